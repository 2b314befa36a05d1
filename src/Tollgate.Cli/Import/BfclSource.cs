using Tollgate.Suites.Importing;
using Tollgate.Suites.Importing.Bfcl;

namespace Tollgate.Cli.Import;

/// <summary>The Berkeley Function Calling Leaderboard.</summary>
internal sealed class BfclSource : IImportSource
{
    public string Name => "bfcl";

    public string Description => "Questions of the Berkeley Function Calling Leaderboard (gorilla, Apache-2.0).";

    public string Argument => "FILE...";

    public string ArgumentDescription =>
        "Files of questions, such as BFCL_v4_multiple.json; answers are looked for in possible_answer beside them.";

    public bool TakesSeveral => true;

    public string Entries => "entries";

    public IReadOnlyList<string> Inputs(IReadOnlyList<string> given) =>
        [.. given, .. given.Select(AnswersTo).Where(File.Exists)];

    public ImportFiles Find(IReadOnlyList<string> given) => new(Inputs(given));

    public ImportResult Convert(IReadOnlyList<string> files, IReadOnlyList<string> texts, ImportOptions options) =>
        BfclImport.Convert([.. files.Zip(texts, static (name, text) => new BfclFile(name, text))], options);

    private static string AnswersTo(string questions) =>
        Path.Combine(Path.GetDirectoryName(questions) ?? "", "possible_answer", Path.GetFileName(questions));
}
