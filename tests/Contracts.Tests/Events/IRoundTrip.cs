namespace Contracts.Tests.Events;

/// <summary>Reads JSON as one type and writes it again.</summary>
public interface IRoundTrip
{
    IEnumerable<string> RunWithEverySerializer(string json);
}
