using Tollgate.Input;
using Tollgate.Suites.Reading;

namespace Tollgate.Suites.Importing;

/// <summary>
/// Reads what was written, and takes calls out until nothing is wrong with it: what a call asks for may be missing, and
/// be there for another.
/// </summary>
internal static class SuiteDryRun
{
    /// <summary>The suite of as many of the calls as go together, in their order.</summary>
    /// <param name="suite">What the calls have in common.</param>
    /// <param name="leftOut">Takes why others are not in it.</param>
    /// <returns>The suite and how many calls it has; empty where none is left.</returns>
    public static (string Yaml, int Taken) Run(
        ImportedSuite suite, IReadOnlyList<ImportedCall> calls, List<InputError> leftOut)
    {
        while (calls.Count > 0)
        {
            var written = SuiteWriter.Write(suite, calls);
            var read = SuiteReader.Read(written.Yaml, suite.Name);
            if (read.Suite is not null && read.Errors.Count == 0)
            {
                return (written.Yaml, calls.Count);
            }

            var wrong = new Dictionary<ImportedCall, string>(ReferenceEqualityComparer.Instance);
            foreach (var error in read.Errors)
            {
                foreach (var call in written.OwnersOf(error.Line))
                {
                    wrong.TryAdd(call, error.Message);
                }
            }

            // What nobody owns would stay wrong however few calls are left.
            if (wrong.Count == 0)
            {
                leftOut.AddRange(read.Errors.Take(1));
                break;
            }

            leftOut.AddRange(calls.Where(wrong.ContainsKey)
                .Select(call => new InputError(call.File, null, null, $"{call.Origin}: {wrong[call]}")));
            calls = [.. calls.Where(call => !wrong.ContainsKey(call))];
        }

        return ("", 0);
    }
}
