using Tollgate.Suites;
using Tollgate.Suites.Reading;

namespace Tollgate.CallsBench;

/// <summary>The suites of a folder, each read once.</summary>
internal sealed class SuiteFiles(string folder)
{
    private readonly Dictionary<string, Suite?> known = [];

    /// <summary>The suite of a name; null where the folder has none that can be read.</summary>
    public Suite? Find(string name)
    {
        if (!known.TryGetValue(name, out var suite))
        {
            var file = Path.Combine(folder, name + ".yaml");
            known[name] = suite = SuiteReader.Read(File.ReadAllText(file), file).Suite;
        }

        return suite;
    }
}
