using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace LibraryDesk.Tests;

/// <summary>
/// Stands for your agent's model: a clerk by a few rules, which streams its words as models do. With a model of your
/// own, give <c>RehearseAsync</c> its <see cref="IChatClient"/> instead.
/// </summary>
/// <param name="time">The clock by which it thinks and speaks.</param>
internal class DeskAgent(TimeProvider time) : IChatClient
{
    private static readonly string[] Digits =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private static readonly TimeSpan FirstWord = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan EachWord = TimeSpan.FromMilliseconds(15);

    private int calls;

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Delay(FirstWord, time, cancellationToken);
        var answer = Answer([.. messages]);
        if (answer is not TextContent said)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, [answer]) { FinishReason = ChatFinishReason.ToolCalls };
            yield break;
        }

        foreach (var word in said.Text.Split(' '))
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, word + " ");
            await Task.Delay(EachWord, time, cancellationToken);
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, []) { FinishReason = ChatFinishReason.Stop };
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    /// <summary>What it does when a member's loan is not looked up yet, and the card's number is known.</summary>
    protected virtual AIContent LookUp(string card) => Call("find_loan", "card_number", card);

    protected FunctionCallContent Call(string tool, string argument, string value) =>
        new($"call_{++calls}", tool, new Dictionary<string, object?> { [argument] = value });

    private AIContent Answer(IReadOnlyList<ChatMessage> messages)
    {
        var said = messages.Where(static message => message.Role == ChatRole.User).Select(Words).ToList();
        var loan = messages.SelectMany(static message => message.Contents).OfType<FunctionResultContent>()
            .Select(static result => Loan($"{result.Result}")).LastOrDefault(static found => found is not null);
        if (said.LastOrDefault() is not { } last || last.Contains("bye"))
        {
            return new TextContent("Thank you for calling, goodbye.");
        }

        if (loan is null)
        {
            return said.Select(Card).LastOrDefault(static card => card.Length == 4) is { } card
                ? LookUp(card)
                : new TextContent("Could I have your card number, please?");
        }

        var wantsMore = said.FindLastIndex(static words => words.Contains("renew"))
            > said.FindLastIndex(static words => words.Contains("due"));
        return !wantsMore ? new TextContent($"Your book is due on {loan.Due}. Is there anything else?")
            : loan.Status == "out" ? Call("renew_loan", "loan_id", loan.Id)
            : new TextContent("Your book is renewed. Is there anything else?");
    }

    private static List<string> Words(ChatMessage message) =>
        [.. message.Text.ToLowerInvariant().Split([' ', '.', ',', '?', '!'], StringSplitOptions.RemoveEmptyEntries)];

    private static string Card(List<string> words) => string.Concat(
        words.Select(static word => Array.IndexOf(Digits, word)).Where(static digit => digit >= 0));

    // The record in a tool's answer, alone or in a list; null where it found none.
    private static LoanRecord? Loan(string json)
    {
        var answer = JsonElement.Parse(json);
        var record = answer.TryGetProperty("record", out var one) ? one
            : answer.TryGetProperty("records", out var many) && many.GetArrayLength() > 0 ? many[0]
            : default;
        return record.ValueKind != JsonValueKind.Object ? null : new LoanRecord(
            record.GetProperty("id").ToString(), record.GetProperty("status").ToString(),
            DateOnly.Parse(record.GetProperty("due").ToString(), CultureInfo.InvariantCulture)
                .ToString("dddd, MMMM d", CultureInfo.InvariantCulture));
    }

    private sealed record LoanRecord(string Id, string Status, string Due);
}
