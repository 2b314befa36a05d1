using System.Text;

namespace Tollgate.Fuzz;

/// <summary>Makes inputs of others: the same random numbers make the same input.</summary>
/// <param name="seeds">What it begins with; not empty.</param>
/// <param name="words">What is inserted beside the general words.</param>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, string[] words)
{
    private const int MaxBytes = 256 * 1024;
    private const int MaxSteps = 6;

    // Where readers stumble: halves of characters, brackets, numbers beyond all bounds, words that mean something.
    private static readonly byte[][] General =
    [
        .. new[]
        {
            "\\ud800", "\\udc00", "\\ud83d\\ude00", "\\u0000", "\0", "\"", "\\", "'", "{", "}", "[", "]", "{}", "[]", "[[", "{{",
            ",", ":", ": ", "- ", "#", "&a ", "*a", "<<: *a", "!!binary ", "| ", "> ", "---\n", "...\n", "? ", "%", "${X}", "${",
            "\n", "\r\n", "\r", "\t", " ", "  ", "\n\n", "\uFEFF", "\uFFFD", "\U0001F600", "\u202E", "\u0661", "e\u0301",
            "0", "-1", "1e999", "-1e999", "1e-999", "0.1", "99999999999999999999", "-9223372036854775809", "2147483648", "NaN",
            "Infinity", "null", "true", "false", "~", "2026-02-30", "0001-01-01", "9999-12-31", "24:00", "1.", ".5",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0x1B],
    ];

    private readonly byte[][] all = [.. General, .. words.Select(Encoding.UTF8.GetBytes)];

    public byte[] Next(Random random)
    {
        var input = seeds[random.Next(seeds.Count)].ToList();
        for (var steps = 1 + random.Next(MaxSteps); steps > 0; steps--)
        {
            Step(input, random);
        }

        return input.Count <= MaxBytes ? [.. input] : [.. input[..MaxBytes]];
    }

    private void Step(List<byte> input, Random random)
    {
        var at = random.Next(input.Count + 1);
        var length = Math.Min(input.Count - at, 1 + random.Next(random.Next(4) == 0 ? 400 : 20));
        switch (random.Next(12))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)random.Next(256);
                break;
            case 2:
                input.RemoveRange(at, length);
                break;
            case 3:
                input.InsertRange(random.Next(input.Count + 1), input.GetRange(at, length));
                break;
            case 4:
                Splice(input, at, random);
                break;
            case 5:
                Repeat(input, at, length, random);
                break;
            case 6:
                ReplaceNumber(input, at, random);
                break;
            case 7:
                SwapLines(input, random);
                break;
            case 8 when random.Next(8) == 0:
                Nest(input, at, random);
                break;
            case 9 when random.Next(4) == 0:
                input.RemoveRange(at, input.Count - at);
                break;
            case 10:
                ReplaceQuoted(input, at, random);
                break;
            default:
                input.InsertRange(at, all[random.Next(all.Length)]);
                break;
        }
    }

    // The beginning of one input and the end of another.
    private void Splice(List<byte> input, int at, Random random)
    {
        var other = seeds[random.Next(seeds.Count)];
        input.RemoveRange(at, input.Count - at);
        input.AddRange(other.AsSpan(random.Next(other.Length + 1)));
    }

    private static void Repeat(List<byte> input, int at, int length, Random random)
    {
        var piece = input.GetRange(at, length);
        for (var times = 1 << random.Next(10); times > 0 && input.Count < MaxBytes && length > 0; times--)
        {
            input.InsertRange(at, piece);
        }
    }

    private void ReplaceNumber(List<byte> input, int at, Random random)
    {
        var digit = input.FindIndex(Math.Min(at, input.Count), static b => b is >= (byte)'0' and <= (byte)'9');
        if (digit >= 0)
        {
            var end = digit;
            while (end < input.Count && input[end] is >= (byte)'0' and <= (byte)'9')
            {
                end++;
            }

            Replace(input, digit, end, random);
        }
    }

    private void ReplaceQuoted(List<byte> input, int at, Random random)
    {
        var start = input.FindIndex(Math.Min(at, input.Count), static b => b == (byte)'"') + 1;
        var end = start > 0 && start < input.Count ? input.FindIndex(start, static b => b == (byte)'"') : -1;
        if (end >= 0)
        {
            Replace(input, start, end, random);
        }
    }

    private void Replace(List<byte> input, int from, int to, Random random)
    {
        input.RemoveRange(from, to - from);
        input.InsertRange(from, all[random.Next(all.Length)]);
    }

    private static void SwapLines(List<byte> input, Random random)
    {
        var lines = Encoding.Latin1.GetString([.. input]).Split('\n');
        var (one, other) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[one], lines[other]) = (lines[other], lines[one]);
        input.Clear();
        input.AddRange(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }

    private static void Nest(List<byte> input, int at, Random random)
    {
        var (open, close) = random.Next(3) switch
        {
            0 => ("[", "]"),
            1 => ("{\"a\":", "}"),
            _ => ("- ", ""),
        };
        var depth = 1 << random.Next(3, 16);
        var end = Math.Min(input.Count, at + random.Next(20));
        input.InsertRange(end, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(close, random.Next(2) * depth))));
        input.InsertRange(at, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(open, depth))));
    }
}
