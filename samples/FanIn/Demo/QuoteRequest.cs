namespace FanIn.Demo;

internal sealed record QuoteRequest(string Id, string Item, int Quantity, IReadOnlyList<string> Suppliers, int WaitSeconds)
{
    private const int HurriedWait = 8;
    private const int PatientWait = 90;

    /// <summary>Who does not wait for a slow supplier, and is the only one to ask those who give no answer at all.</summary>
    public bool IsHurried => WaitSeconds == HurriedWait;

    public static QuoteRequest Create(string id, string item, int quantity, IReadOnlyList<string> suppliers, bool isHurried) =>
        new(id, item, quantity, suppliers, isHurried ? HurriedWait : PatientWait);
}
