namespace TwoWayChain.Functions;

/// <summary>What a traveller asks for.</summary>
/// <param name="Id">What identifies the trip.</param>
/// <param name="Traveller">Who travels.</param>
/// <param name="Price">What it costs.</param>
/// <param name="WaitSeconds">How long the traveller waits for the answer.</param>
/// <param name="BookWithinSeconds">After which the trip is given up unless all is booked.</param>
/// <param name="By">Who runs the trip's saga, <see cref="ByQueue"/> or <see cref="ByStateMachine"/>: the steps are the same.</param>
/// <param name="Troubles">What shall go wrong, as <c>step:trouble</c>; see <see cref="Trouble"/>. In real life nobody has to ask for it.</param>
public sealed record TripOrder(string Id, string Traveller, decimal Price, int WaitSeconds, int BookWithinSeconds, string By, IReadOnlyList<string> Troubles)
{
    public const string ByQueue = "queue";
    public const string ByStateMachine = "stateMachine";

    public bool IsValid =>
        IsId(Id)
        && Traveller is { Length: > 0 and <= 40 }
        && Price > 0
        && WaitSeconds is > 0 and <= 600
        && BookWithinSeconds is >= 0 and <= 600
        && By is ByQueue or ByStateMachine
        && Troubles is { Count: <= 10 };

    /// <summary>Whether it could be one: it names an execution and stands in paths.</summary>
    public static bool IsId(string? id) => id is { Length: > 0 and <= 40 } && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
