using Microsoft.Extensions.AI;

namespace LibraryDesk.Tests;

/// <summary>The same clerk on a bad day: it looks nothing up, and says some date.</summary>
internal sealed class HastyAgent(TimeProvider time) : DeskAgent(time)
{
    protected override AIContent LookUp(string card) => new TextContent("Your book is due on Friday, March 27.");
}
