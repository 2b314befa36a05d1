using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tollgate.Input;

/// <summary>Reads a YAML file of one document into nodes.</summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 32;

    // Aliases of aliases make much of a short file.
    private const int MaxValues = 1_000_000;

    private readonly Dictionary<AnchorName, YamlNode> anchors = [];
    private readonly IParser parser;
    private int depth;
    private int values;

    private YamlTree(string text) => parser = new Parser(new StringReader(text));

    /// <summary>The document's root; null where it is empty or wrong.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="expected">What an empty file should have been: <c>a plan</c>.</param>
    /// <param name="errors">What is wrong is put here.</param>
    public static YamlNode? Read(string text, string file, string expected, List<InputError> errors)
    {
        var tree = new YamlTree(text);
        try
        {
            tree.parser.Consume<StreamStart>();
            if (tree.parser.Accept<StreamEnd>(out _))
            {
                errors.Add(new InputError(file, 1, 1, "the file is empty; expected " + expected));
                return null;
            }

            tree.parser.Consume<DocumentStart>();
            var root = tree.Node();
            tree.parser.Consume<DocumentEnd>();
            if (tree.parser.Accept<DocumentStart>(out var second))
            {
                throw new YamlException(second.Start, second.End, "found a second document; expected one in a file");
            }

            return root;
        }
        catch (YamlException error)
        {
            // The library's sentence may quote a character of the file, never a value.
            var line = text.Split('\n').ElementAtOrDefault((int)error.Start.Line - 1) ?? "";
            var hint = line.Contains("${", StringComparison.Ordinal)
                ? "; between braces a variable stands in quotes, as in \"${NAME}\""
                : "";
            errors.Add(new InputError(
                file, (int)error.Start.Line, (int)error.Start.Column,
                "the file is no YAML: " + Sentence(error.Message) + hint));
            return null;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException)
        {
            AddBroken(tree, file, errors);
            return null;
        }
    }

    // The library's scanner throws where it meets what it did not expect, and leaves the last place that it understood.
    private static void AddBroken(YamlTree tree, string file, List<InputError> errors) =>
        errors.Add(new InputError(
            file, Math.Max(1, (int)(tree.parser.Current?.End.Line ?? 1)),
            Math.Max(1, (int)(tree.parser.Current?.End.Column ?? 1)),
            "the file is no YAML: what follows here cannot be read, such as a comment within a value"));

    private static string Sentence(string message) => message.TrimEnd('.') is { Length: > 0 } text
        ? char.ToLowerInvariant(text[0]) + text[1..]
        : "it cannot be read";

    private YamlNode Node()
    {
        if (++values > MaxValues)
        {
            throw new YamlException(
                parser.Current!.Start, parser.Current.End, $"it holds more than {MaxValues} values");
        }

        if (++depth > MaxDepth)
        {
            throw new YamlException(
                parser.Current!.Start, parser.Current.End, $"it is nested more than {MaxDepth} levels deep");
        }

        try
        {
            return ReadNode();
        }
        finally
        {
            depth--;
        }
    }

    private YamlNode ReadNode()
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors.TryGetValue(alias.Value, out var meant)
                ? meant
                : throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} has no anchor before it");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return Keep(scalar, new YamlNode(scalar.Start, scalar.End)
            {
                Text = scalar.Value,
                Plain = scalar.Style == ScalarStyle.Plain,
            });
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node());
            }

            return Keep(sequence, new YamlNode(sequence.Start, sequence.End) { Items = items });
        }

        var mapping = parser.Consume<MappingStart>();
        var entries = new List<(YamlNode, YamlNode)>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            entries.Add((Node(), Node()));
        }

        return Keep(mapping, new YamlNode(mapping.Start, mapping.End) { Entries = entries });
    }

    private YamlNode Keep(NodeEvent start, YamlNode node)
    {
        if (node.Height > MaxDepth)
        {
            throw new YamlException(start.Start, start.End, $"it is nested more than {MaxDepth} levels deep");
        }

        if (node.Weight > MaxValues)
        {
            throw new YamlException(start.Start, start.End, $"its aliases stand for more than {MaxValues} values");
        }

        if (!start.Anchor.IsEmpty)
        {
            anchors[start.Anchor] = node;
        }

        return node;
    }
}
