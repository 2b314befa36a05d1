using Tollgate.Suites.Importing;

namespace Tollgate.Cli.Import;

/// <summary>A data set that suites can be made of.</summary>
internal interface IImportSource
{
    /// <summary>The command's name.</summary>
    string Name { get; }

    string Description { get; }

    /// <summary>What the command is given, such as FOLDER.</summary>
    string Argument { get; }

    string ArgumentDescription { get; }

    /// <summary>It can be given more than one.</summary>
    bool TakesSeveral { get; }

    /// <summary>What its entries are called.</summary>
    string Entries { get; }

    /// <summary>What is read, and so never written over.</summary>
    IReadOnlyList<string> Inputs(IReadOnlyList<string> given);

    /// <summary>The files to read; or why there are none.</summary>
    ImportFiles Find(IReadOnlyList<string> given);

    /// <summary>Makes a suite of the files' texts.</summary>
    ImportResult Convert(IReadOnlyList<string> files, IReadOnlyList<string> texts, ImportOptions options);
}
