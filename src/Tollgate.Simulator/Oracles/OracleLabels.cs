using Tollgate.Statistics;
using Tollgate.Suites;

namespace Tollgate.Simulator.Oracles;

/// <summary>What a simulated model answers to the post-call questions; a wrong label is a wrong value.</summary>
internal static class OracleLabels
{
    public static string Of(
        PostCall questions, IReadOnlyDictionary<string, string> labels, InjectionRates rates, RandomStream draws)
    {
        var answers = questions.Questions.Select(question =>
        {
            var right = labels.GetValueOrDefault(question.Key, question.Value[0]);
            var wrong = question.Value.Where(answer => answer != right).ToList();
            return (question.Key, Answer: wrong.Count > 0 && draws.NextDouble() < rates[FaultKind.WrongValue]
                ? wrong[draws.Next(wrong.Count)]
                : right);
        });
        return JsonSerializer.Serialize(answers.ToDictionary(answer => answer.Key, answer => answer.Answer));
    }
}
