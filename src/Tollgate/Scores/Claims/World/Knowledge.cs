using Tollgate.Language;

namespace Tollgate.Scores.Claims.World;

/// <summary>All that is known at an instant of a call: what was told, what was said, what tools answered and were
/// asked.</summary>
internal sealed class Knowledge(DateTime now)
{
    private const int MaxDerivedDays = 400;
    private const int Rough = 15;
    private const int MinutesPerDay = 1440;

    public DateTime Now => now;

    /// <summary>What the agents who have spoken were told. Shared between calls, so nothing is added to it
    /// here.</summary>
    public List<Known> Told { get; } = [];

    public Known Said { get; } = new(now);

    public Known Answers { get; } = new(now);

    /// <summary>What the agents were told, piece by piece.</summary>
    public List<ToldRule> Rules { get; } = [];

    /// <summary>Numbers with which the caller replied and said no more: "Three, please."</summary>
    public HashSet<decimal> Replied { get; } = [];

    /// <summary>What the caller said and was heard to say, turn by turn.</summary>
    public List<Known> Turns { get; } = [];

    /// <summary>What agents wrote into their calls.</summary>
    public Known Asked { get; } = new(now);

    /// <summary>The same without some answers: what is told, said and asked, and these.</summary>
    public Knowledge With(IEnumerable<Known> answers)
    {
        var with = new Knowledge(now);
        with.Told.AddRange(Told);
        with.Told.Add(Said);
        with.Told.AddRange(answers);
        with.Replied.UnionWith(Replied);
        return with;
    }

    private IEnumerable<Known> All => [.. Told, Said, Answers, Asked];

    public bool HasStem(string stem) => All.Any(one => one.HasStem(stem));

    /// <summary>A word that begins as this one, so that both may be of one family.</summary>
    public bool HasFamily(string stem) => All.Any(one => one.HasFamily(stem));

    public bool HasWord(string word) => All.Any(one => one.HasWord(word));

    public bool HasSigns(string value) => All.Any(one => one.HasSigns(value));

    public bool HasNumber(decimal value, string unit) => All.Any(one => one.Numbers.Contains((value, unit)));

    /// <summary>Whether the number stands anywhere, whatever it counts.</summary>
    public bool HasNumber(decimal value) => All.Any(one => one.Numbers.Any(number => number.Value == value));

    /// <summary>Whether the number stands anywhere as a length of time, or as anything else.</summary>
    public bool HasNumber(decimal value, bool isDuration) => All.Any(one => one.Numbers.Any(number =>
        number.Value == value && (number.Unit is Quantity.Minutes or Quantity.Months) == isDuration));

    public IEnumerable<decimal> Numbers(string unit) =>
        All.SelectMany(static one => one.Numbers).Where(one => one.Unit == unit).Select(static one => one.Value)
            .Distinct();

    /// <summary>The same without what the caller said: of no number that was spelled is another a rough one.</summary>
    public IEnumerable<decimal> Measured(string unit) =>
        All.Where(one => unit.Length > 0
            || one != Said).SelectMany(static one => one.Numbers).Where(one => one.Unit == unit)
            .Select(static one => one.Value).Distinct();

    /// <summary>How many times of the day are known.</summary>
    public int Times => All.Sum(static one => one.Clock.Count + one.Open.Count);

    public bool HasEnd(int minutes) => All.Any(one => one.Ends.Contains(minutes % 720));

    /// <summary>A time of the day; one without its half may be either.</summary>
    public bool HasTime(int minutes, bool isExact) => All.Any(one => isExact
        ? one.Clock.Contains(minutes) || one.Open.Contains(minutes % 720)
        : one.Open.Contains(minutes % 720) || one.Clock.Contains(minutes % 720)
            || one.Clock.Contains((minutes % 720) + 720));

    public bool HasDate(DateOnly date) => All.Any(one => one.Dates.Contains(date)) || Derived().Contains(date);

    public bool HasDate(Func<DateOnly, bool> isMeant) =>
        All.Any(one => one.Dates.Any(isMeant)) || Derived().Any(isMeant);

    /// <summary>The same, without what merely follows from known days.</summary>
    public bool HasGivenDate(Func<DateOnly, bool> isMeant) => All.Any(one => one.Dates.Any(isMeant));

    public bool HasWeekday(int day) => All.Any(one => one.HasWeekday(day))
        || Derived().Any(date => (int)date.DayOfWeek == day);

    public bool HasLoose(string date) => All.Any(one => one.HasLoose(date));

    /// <summary>"Half past eight" less "forty-five minutes": a known time and a known duration apart.</summary>
    public bool FollowsFromTimes(int minutes)
    {
        foreach (var duration in Numbers(Quantity.Minutes).Where(static one => one is > 0 and < MinutesPerDay))
        {
            if (HasTime(Wrap(minutes - (int)duration), isExact: false)
                || HasTime(Wrap(minutes + (int)duration), isExact: false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The time between two known times, or from today to a known date.</summary>
    public bool FollowsFromSpan(decimal minutes)
    {
        var today = DateOnly.FromDateTime(now);
        if (minutes % MinutesPerDay == 0
            && HasDate(date => Math.Abs(date.DayNumber - today.DayNumber) == minutes / MinutesPerDay))
        {
            return true;
        }

        return minutes < MinutesPerDay && Answers.Clock.Any(one => Answers.Clock.Contains(one + (int)minutes));
    }

    /// <summary>The time from now to a time that a tool answered, or since it.</summary>
    public bool IsSinceNow(decimal minutes, bool isRough) => Answers.Clock.Any(time =>
        Math.Abs(Math.Abs(time - (int)now.TimeOfDay.TotalMinutes) - minutes) <= (isRough ? Rough : 0));

    // A known date and a known number of days or weeks after or before it; the same in working days.
    private HashSet<DateOnly> Derived()
    {
        var today = DateOnly.FromDateTime(now);
        var dates = new HashSet<DateOnly>();
        var days = Numbers(Quantity.Minutes)
            .Where(static one => one % MinutesPerDay == 0 && one is > 0 and <= MaxDerivedDays * MinutesPerDay)
            .Select(static one => (int)(one / MinutesPerDay)).ToList();
        var known = All.SelectMany(static one => one.Dates).Append(today).Distinct().ToList();
        // "From the next month on."
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        dates.Add(month);
        dates.Add(month.AddDays(-1));
        if (Told.Exists(static told => told.HasWord("working") || told.HasWord("business")))
        {
            dates.Add(WorkingDays(today, 1));
        }

        foreach (var from in known)
        {
            foreach (var count in days)
            {
                dates.Add(from.AddDays(count));
                if (from.DayNumber - count > 0)
                {
                    dates.Add(from.AddDays(-count));
                }

                dates.Add(WorkingDays(from, count));
            }

            foreach (var months in Numbers(Quantity.Months).Where(static one => one is > 0 and < 1200 && one % 1 == 0))
            {
                if (from.Year + (months / 12) < 9000)
                {
                    dates.Add(from.AddMonths((int)months));
                }
            }
        }

        return dates;
    }

    private static DateOnly WorkingDays(DateOnly from, int count)
    {
        var date = from;
        for (var left = Math.Min(count, 60); left > 0;)
        {
            date = date.AddDays(1);
            left -= date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return date;
    }

    private static int Wrap(int minutes) => ((minutes % MinutesPerDay) + MinutesPerDay) % MinutesPerDay;
}
