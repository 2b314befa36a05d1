using Tollgate.Gate.Rubrics;
using Tollgate.Input;

namespace Tollgate.Gate.Reading;

/// <summary>Reads rubrics. Whatever is wrong comes back as values, all of it at once, with its place.</summary>
public static class RubricReader
{
    /// <summary>Reads a rubric's file.</summary>
    public static RubricResult Load(string path) => InputFiles.TryReadText(path, out var text, out var error)
        ? Read(text, path)
        : new RubricResult(null, [new InputError(path, null, null, error + "; expected a rubric")]);

    /// <summary>Reads a rubric's text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static RubricResult Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);

        // Nothing in a rubric is a secret, and a variable would let it change after it was published.
        var context = new YamlContext(file, "", null);
        var rubric = YamlTree.Read(text, file, "a rubric", context.Errors) is { } root
            ? RubricRootReader.Read(context, root)
            : null;
        if (context.Errors.Count > 0 || rubric is null)
        {
            return new RubricResult(
                null,
                [.. context.Errors.Distinct().OrderBy(error => error.Line ?? 0).ThenBy(error => error.Column ?? 0)]);
        }

        var canonical = RubricForm.Write(rubric);
        return new RubricResult(
            rubric with
            {
                Canonical = canonical,
                Digest = RubricForm.DigestOf(canonical),
                TextDigest = RubricForm.DigestOf(text.Replace("\r\n", "\n", StringComparison.Ordinal)),
            },
            []);
    }
}
