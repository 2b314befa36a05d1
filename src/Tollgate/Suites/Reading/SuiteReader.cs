using System.Security.Cryptography;
using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;

namespace Tollgate.Suites.Reading;

/// <summary>
/// Reads suites. Whatever is wrong comes back as values, all of it at once, with its place. A suite that is read can be
/// played: its callers can be drawn, and each of their wishes can be met.
/// </summary>
internal static class SuiteReader
{
    /// <summary>Reads a suite's file.</summary>
    public static SuiteResult Load(string path) => InputFiles.TryReadBytes(path, out var bytes, out var error)
        ? Read(bytes, path)
        : new SuiteResult(null, [new InputError(path, null, null, error + "; expected a suite")]);

    /// <summary>Reads the bytes of a suite's file.</summary>
    /// <param name="bytes">YAML.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static SuiteResult Read(byte[] bytes, string file) => Read(InputFiles.Decode(bytes), file, bytes);

    /// <summary>Reads a suite's text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static SuiteResult Read(string text, string file) =>
        Read(text, file, Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// The voice of a suite, even of one that is refused otherwise; the default one where it cannot be read.
    /// </summary>
    /// <param name="text">YAML.</param>
    public static Voice VoiceOf(string text)
    {
        var context = new YamlContext("", "", null);
        return SettingsReader.ReadVoice(new ReadContext(context), YamlTree.Read(text, "", "a suite", context.Errors)?
            .Entries?.Find(static entry => entry.Key.Text == "voice").Value);
    }

    private static SuiteResult Read(string text, string file, byte[] bytes)
    {
        // Nothing in a suite is a secret, so that no variable is put in: ${NAME} is a text like any other.
        var context = new YamlContext(file, "", null);
        var suite = YamlTree.Read(text, file, "a suite", context.Errors) is { } root
            ? SuiteRootReader.Read(context, root)
            : null;

        // A wish is read for every caller who may have it, and would say the same each time.
        var errors = context.Errors.Distinct()
            .OrderBy(error => error.Line ?? 0).ThenBy(error => error.Column ?? 0).ToList();
        return errors.Count == 0 && suite is not null
            ? new SuiteResult(suite with { Digest = Convert.ToHexStringLower(SHA256.HashData(bytes)) }, [])
            : new SuiteResult(null, errors);
    }
}
