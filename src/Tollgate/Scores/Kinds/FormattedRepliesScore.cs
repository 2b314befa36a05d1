using System.Text.RegularExpressions;
using Tollgate.Figures;
using Tollgate.Scores.Definitions;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Scores.Kinds;

/// <summary>
/// Replies whose text holds what a speech synthesiser reads out or stumbles over instead of speaking it: Markdown
/// (emphasis, code, headings, list items, quotes, tables, rules, links), web addresses, HTML, emoji. Lower is better.
/// </summary>
/// <remarks>
/// A trial is a reply of which the caller heard something. The whole text that the model wrote is looked at, since how
/// much was heard of it is no merit of the model's. Greetings that the suite dictates are no trials. SSML is written for
/// a synthesiser and is no markup here; nor is an asterisk or underscore without its pair, a lone numbered line, a masked
/// number (<c>**** 1234</c>), a plain domain or an e-mail address, all of which can be spoken.
/// </remarks>
internal static partial class FormattedRepliesScore
{
    public const string Name = "formatted_replies";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Replies with markup",
        Meaning = "replies with markup that a synthesiser would read out (Markdown, HTML, web addresses, emoji), of replies heard",
        Better = BetterWhen.Lower,
        Place = 155,
        MayErr = false,
        Usual = new UsualShape(0.02, 20),
        Find = Find,
        Count = static call => new ScoreCount(
            call.Items.Count(static item => item.Score == Name), Replies(call).Count()),
    };

    private static void Find(ScoredCall call)
    {
        foreach (var (reply, entry) in Replies(call))
        {
            if (Markup().Match(reply.Text) is { Success: true } found)
            {
                var kind = found.Groups.Values.Skip(1).First(static group => group.Success).Name;
                call.Items.Add(new ScoredItem(
                    Name, false, reply.Turn, $"What a synthesiser would read out is in the reply: {kind}.")
                {
                    Entry = entry,
                    Found = found.Value.Trim(),
                });
            }
        }
    }

    private static IEnumerable<(AgentSaid Reply, int Entry)> Replies(ScoredCall call) => call.View.Transcript.Entries
        .Select(static (entry, i) => (Reply: entry as AgentSaid, Entry: i))
        .Where(one => one.Reply is { } reply && !string.IsNullOrWhiteSpace(reply.Heard) && !IsGreeting(call, reply))
        .Select(static one => (one.Reply!, one.Entry)); // It was looked at.

    private static bool IsGreeting(ScoredCall call, AgentSaid reply) =>
        call.View.Suite.Agents.TryGetValue(reply.Agent, out var agent) && agent.Greeting == reply.Text;

    [GeneratedRegex(
        """
        (?<emphasis> (?<!\*)\*\*[^\s*]([^*\n]*[^\s*])?\*\*(?!\*)
            | (?<![\w*])\*{1,3}[^\s*]([^*\n]*[^\s*])?\*{1,3}(?![\w*])
            | (?<![\w_])_{1,3}[^\s_]([^_\n]*[^\s_])?_{1,3}(?![\w_])
            | (?<!~)~~[^\s~]([^~\n]*[^\s~])?~~(?!~) )
        | (?<code> ``` | `[^`\n]+` )
        | (?<heading> ^[ \t]*\#{1,6}[ \t]+\S )
        | (?<rule> ^[ \t]*(-{3,}|\*{3,}|_{3,}|={3,})[ \t]*\r?$ )
        | (?<list> ^[ \t]*[-*+•‣◦▪·][ \t]+\S | ^[ \t]*\d{1,2}[.)][ \t]+\S[^\n]*\n([^\n]*\n)*?[ \t]*\d{1,2}[.)][ \t]+\S )
        | (?<quote> ^[ \t]*>[ \t]*\S )
        | (?<table> \|[^|\n]*\| )
        | (?<link> \[[^][\n]+\]\([^()\n]+\) )
        | (?<address> \b(https?://|www\.)\S+ )
        | (?<element> </?(?!(speak|voice|prosody|break|emphasis|say-as|phoneme|sub|audio|mark|lang|lexicon|lookup|token|p|s|w)\b)
            [A-Za-z][\w:-]*(\s[^<>\n]*)?/?> | &([A-Za-z]{2,8}|\#\d{1,6}|\#x[0-9A-Fa-f]{1,6}); )
        | (?<emoji> [\u231A\u231B\u23E9-\u23FA\u2600-\u27BF\u2B50\u2B55\uFE0F\u20E3] | [\uD83C-\uD83E][\uDC00-\uDFFF] )
        """,
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace
        | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
