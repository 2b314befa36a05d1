using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Wishes;

/// <summary>A caller's wishes and how far each has come. Not thread-safe.</summary>
internal sealed class Agenda
{
    private readonly List<WishProgress> wishes;

    public Agenda(Brief brief) => wishes = [.. brief.Wishes.Select(wish => new WishProgress(wish))];

    /// <summary>The wish that is being talked about; null before the first and between two.</summary>
    public WishProgress? Current { get; private set; }

    /// <summary>The wish that was talked about last; null before the first.</summary>
    public WishProgress? Last { get; private set; }

    public IReadOnlyList<WishProgress> Wishes => wishes;

    public WishProgress? Next => wishes.Find(wish => wish.State == WishState.Unsaid);

    public bool IsOver => wishes.All(wish => wish.IsOver);

    /// <summary>What is returned brings everything back to where it is now.</summary>
    public Action Remember()
    {
        var (current, last) = (Current, Last);
        var recalls = wishes.ConvertAll(static wish => wish.Remember());
        return () =>
        {
            (Current, Last) = (current, last);
            recalls.ForEach(static recall => recall());
        };
    }

    public void Open(WishProgress wish)
    {
        wish.State = WishState.Open;
        Current = Last = wish;
    }

    /// <summary>It was not brought up after all.</summary>
    public void TakeBack(WishProgress wish)
    {
        wish.State = WishState.Unsaid;
        if (Current == wish)
        {
            Current = null;
        }
    }

    public void Close(WishProgress wish, WishState state)
    {
        wish.State = state;
        if (Current == wish)
        {
            Current = null;
        }
    }

    /// <summary>A call was answered without an error: it may be what a wish wants.</summary>
    public void Did(string tool, string argumentsJson)
    {
        var wish = wishes
            .Where(wish => !wish.IsOver && !wish.IsCarriedOut && wish.Wish.Does.Any(call => call.Tool == tool)
                && (wish.State == WishState.Open || IsWhole(wish, tool, argumentsJson)))
            .OrderByDescending(wish => wish == Current)
            .ThenByDescending(wish => Shared(wish, tool, argumentsJson))
            .FirstOrDefault();
        if (wish is not null)
        {
            wish.Effects++;

            // Done before he came to ask for it.
            if (wish.State == WishState.Unsaid && wish.IsCarriedOut)
            {
                wish.State = WishState.Met;
            }
        }
    }

    private static bool IsWhole(WishProgress wish, string tool, string argumentsJson) =>
        Shared(wish, tool, argumentsJson) >= wish.Wish.Does.Where(call => call.Tool == tool)
            .Min(call => call.Arguments.Values.Count(value =>
                value.AnyOf.Any(one => one.ValueKind == JsonValueKind.String)))
        && wish.Wish.Does.Any(call => call.Tool == tool
            && call.Arguments.All(argument => argument.Value.AnyOf.Count == 0
            || argument.Value.AnyOf.Any(one =>
                argumentsJson.Contains(one.ToString(), StringComparison.OrdinalIgnoreCase))));

    // How many of the values that the wish wants stand in the call.
    private static int Shared(WishProgress wish, string tool, string argumentsJson) => wish.Wish.Does
        .Where(call => call.Tool == tool)
        .Max(call => call.Arguments.Count(argument => argument.Value.AnyOf.Any(value =>
            value.ValueKind == JsonValueKind.String
            && argumentsJson.Contains(value.GetString()!, StringComparison.OrdinalIgnoreCase))));
}
