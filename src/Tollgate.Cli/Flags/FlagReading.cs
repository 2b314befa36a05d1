using System.CommandLine;
using Tollgate.Input;
using Tollgate.Load.Schedules;
using Tollgate.Plans;
using Tollgate.Transport;

namespace Tollgate.Cli.Flags;

/// <summary>
/// Reads the values of flags and holds all that is wrong with them. What is not given, or not right, is null.
/// </summary>
internal sealed class FlagReading(ParseResult parsed)
{
    public List<InputError> Errors { get; } = [];

    public void Fail(Option option, string message) =>
        Errors.Add(new InputError(option.Name, null, null, message));

    public T? InRange<T>(Option<T?> option, T least, T most)
        where T : struct, IComparable<T> =>
        parsed.GetValue(option) is { } value && IsInRange(option, value, least, most) ? value : null;

    /// <summary>Of a flag with a default; the least where it is not right.</summary>
    public T InRange<T>(Option<T> option, T least, T most)
        where T : struct, IComparable<T>
    {
        var value = parsed.GetValue(option);
        return IsInRange(option, value, least, most) ? value : least;
    }

    public T? InRange<T>(Option<T?> option, Between<T> bounds)
        where T : struct, IComparable<T> => InRange(option, bounds.Min, bounds.Max);

    public TimeSpan? Time(Option<string?> option, Between<TimeSpan> bounds)
    {
        if (Time(option, zero: true) is not { } time)
        {
            return null;
        }

        if (bounds.Holds(time))
        {
            return time;
        }

        Fail(option, $"found {Durations.Format(time)}; expected a duration from {Durations.Format(bounds.Min)} to {Durations.Format(bounds.Max)}");
        return null;
    }

    public TimeSpan? Time(Option<string?> option, bool zero = false)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        if (Durations.TryParse(text, out var time) && (zero || time > TimeSpan.Zero))
        {
            return time;
        }

        Fail(option, $"found \"{text}\"; expected {Durations.Expected}");
        return null;
    }

    /// <summary>One of an enumeration's values, spelt in snake case.</summary>
    public T? OneOf<T>(Option<string?> option)
        where T : struct, Enum
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        if (SnakeCase.TryParse<T>(text, out var value))
        {
            return value;
        }

        Fail(option, $"found \"{text}\"; expected {SnakeCase.Choices<T>()}");
        return null;
    }

    /// <summary>One of the names.</summary>
    public string? OneOf(Option<string?> option, IReadOnlyList<string> names)
    {
        var text = parsed.GetValue(option);
        if (text is null || names.Contains(text))
        {
            return text;
        }

        Fail(option, $"found \"{text}\"; expected {SnakeCase.Choices(names)}");
        return null;
    }

    /// <summary>The time-outs of which none is longer than the flag's; those given where there is no flag.</summary>
    public Timeouts Timeouts(Option<string?> option, Timeouts given)
    {
        if (Time(option) is not { } longest)
        {
            return given;
        }

        return new Timeouts(given.Connect < longest ? given.Connect : longest, longest, longest, longest);
    }

    public Rate? Rate(Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        if (Rates.TryParse(text, out var read))
        {
            return read;
        }

        Fail(option, $"found \"{text}\"; expected {Rates.Expected}");
        return null;
    }

    private bool IsInRange<T>(Option option, T value, T least, T most)
        where T : struct, IComparable<T>
    {
        if (value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0)
        {
            return true;
        }

        Fail(option, FormattableString.Invariant($"found {value}; expected a number from {least} to {most}"));
        return false;
    }
}
