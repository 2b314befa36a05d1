using Tollgate.Suites.Importing;
using Tollgate.Suites.Importing.Tau2;

namespace Tollgate.Cli.Import;

/// <summary>tau2-bench.</summary>
internal sealed class Tau2Source : IImportSource
{
    public string Name => "tau2";

    public string Description => "Tasks of tau2-bench (sierra-research, MIT).";

    public string Argument => "FOLDER";

    public string ArgumentDescription =>
        "A domain's folder with tasks.json, db.json and policy.md, such as data/tau2/domains/retail.";

    public bool TakesSeveral => false;

    public string Entries => "tasks";

    public IReadOnlyList<string> Inputs(IReadOnlyList<string> given) => ImportFiles.In(given[0]);

    public ImportFiles Find(IReadOnlyList<string> given)
    {
        var folder = given[0];
        if (Found("tasks.json") is not { } tasks || Found("policy.md", "main_policy.md") is not { } policy
            || Found("db.json", "db.toml") is not { } database)
        {
            return new ImportFiles([], $"{folder}: found no tasks.json with db.json and policy.md beside it; expected a domain of tau2-bench.");
        }

        return new ImportFiles(Path.GetExtension(database) == ".json" ? [tasks, policy, database] : [tasks, policy]);

        string? Found(params string[] names) =>
            names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    public ImportResult Convert(IReadOnlyList<string> files, IReadOnlyList<string> texts, ImportOptions options) =>
        Tau2Import.Convert(texts[0], texts.ElementAtOrDefault(2), texts[1], options);
}
