using Tollgate.Input;

namespace Tollgate.Gate.Reading;

/// <summary>Texts that a rubric says to people: they are shown on terminals.</summary>
internal static class Words
{
    /// <summary>A text of some length without control characters but for line ends; null where it is wrong.</summary>
    public static string? Read(YamlMap map, string key, int longest)
    {
        if (map.Verbatim(key) is not { } text)
        {
            return null;
        }

        text = text.Trim();
        if (text.Length > 0 && text.Length <= longest && !text.Any(one => char.IsControl(one) && one != '\n'))
        {
            return text;
        }

        var found = text.Length == 0 ? "nothing" : text.Length > longest ? $"{text.Length} characters"
            : "a control character";
        map.Context.Fail(map.ValueOf(key) ?? map.Node, $"found {found}; expected a text of 1 to {longest} characters");
        return null;
    }
}
