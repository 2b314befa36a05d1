using Tollgate.Suites.Importing;
using Tollgate.Suites.Importing.Sgd;

namespace Tollgate.Cli.Import;

/// <summary>Schema-Guided Dialogue.</summary>
internal sealed class SgdSource : IImportSource
{
    public string Name => "sgd";

    public string Description => "Dialogues of Schema-Guided Dialogue (google-research-datasets, CC BY-SA 4.0).";

    public string Argument => "FOLDER";

    public string ArgumentDescription => "A folder with schema.json and dialogues of Schema-Guided Dialogue.";

    public bool TakesSeveral => false;

    public string Entries => "dialogues";

    public IReadOnlyList<string> Inputs(IReadOnlyList<string> given) => ImportFiles.In(given[0]);

    public ImportFiles Find(IReadOnlyList<string> given)
    {
        var folder = given[0];
        var dialogues = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "dialogues*.json").Order(StringComparer.Ordinal).ToList()
            : [];
        var schema = Path.Combine(folder, "schema.json");
        return !File.Exists(schema) || dialogues.Count == 0
            ? new ImportFiles([], $"{folder}: found no schema.json with dialogues beside it; expected a folder of Schema-Guided Dialogue.")
            : new ImportFiles([schema, dialogues[0]])
            {
                Note = dialogues.Count == 1 ? null
                    : $"of {dialogues.Count} files of dialogues the first is taken: {dialogues[0]}",
            };
    }

    public ImportResult Convert(IReadOnlyList<string> files, IReadOnlyList<string> texts, ImportOptions options) =>
        SgdImport.Convert(texts[0], texts[1], options);
}
