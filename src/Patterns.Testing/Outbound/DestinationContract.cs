using System.Text;
using Patterns.Outbound;

namespace Patterns.Testing;

/// <summary>The laws that every <see cref="IDestination"/> keeps. Run each of <see cref="Laws"/> as a test of its own.</summary>
/// <example>
/// <code>
/// public static TheoryData&lt;string&gt; Laws => [.. DestinationContract.Laws];
///
/// [Theory, MemberData(nameof(Laws))]
/// public Task Keeps_the_contract(string law) => DestinationContract.CheckAsync(law, new MyDestinationUnderTest());
/// </code>
/// </example>
public static class DestinationContract
{
    private static readonly Dictionary<string, Func<DestinationUnderTest, Task<string?>>> Checks = new(StringComparer.Ordinal)
    {
        ["a message arrives with its body"] = BodyArrivesAsync,
        ["a message arrives with its attributes"] = AttributesArriveAsync,
        ["a full request arrives whole"] = FullRequestArrivesAsync,
        ["a message of the largest size arrives"] = LargestArrivesAsync,
        ["messages of one key arrive in their order"] = OrderIsKeptAsync,
        ["a destination that does not exist fails loudly and for good"] = MissingFailsAsync,
        ["a cancelled send ends"] = CancelledEndsAsync,
    };

    /// <summary>The laws' names.</summary>
    public static IReadOnlyCollection<string> Laws => Checks.Keys;

    /// <summary>Checks one law.</summary>
    /// <exception cref="ContractViolationException">The law does not hold; the message says what was seen.</exception>
    public static async Task CheckAsync(string law, DestinationUnderTest subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var finding = await Checks[law](subject).ConfigureAwait(false);
        if (finding is not null)
        {
            throw new ContractViolationException(law, finding);
        }
    }

    private static async Task<string?> BodyArrivesAsync(DestinationUnderTest subject)
    {
        const string body = """{"text":"größer als ≥ 𝄞 \"quoted\"\n","n":1}""";
        return await SendAsync(subject, Message("1", body)).ConfigureAwait(false)
            ?? Compare([body], (await subject.ReceiveAsync(1).ConfigureAwait(false)).Select(message => message.Body));
    }

    private static async Task<string?> AttributesArriveAsync(DestinationUnderTest subject)
    {
        var envelope = Message("1", "{}") with
        {
            Type = "order.placed",
            Source = "shop",
            CorrelationId = "c-1",
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["country"] = "DE" },
        };
        var failure = await SendAsync(subject, envelope).ConfigureAwait(false);
        if (failure is not null)
        {
            return failure;
        }

        var message = (await subject.ReceiveAsync(1).ConfigureAwait(false))[0];
        return Compare(Flatten(envelope.ToAttributes()), Flatten(message.Attributes));
    }

    private static async Task<string?> FullRequestArrivesAsync(DestinationUnderTest subject)
    {
        var envelopes = Enumerable.Range(0, subject.Destination.Limits.MaxEntries).Select(n => Message($"{n}", $"{n}")).ToArray();
        return await SendAsync(subject, envelopes).ConfigureAwait(false)
            ?? Compare(
                envelopes.Select(Text).Order(StringComparer.Ordinal),
                (await subject.ReceiveAsync(envelopes.Length).ConfigureAwait(false)).Select(message => message.Body).Order(StringComparer.Ordinal));
    }

    private static async Task<string?> LargestArrivesAsync(DestinationUnderTest subject)
    {
        var limits = subject.Destination.Limits;
        var room = Math.Min(limits.MaxEntryBytes, limits.MaxRequestBytes) - Message("1", "").GetSize();
        return await SendAsync(subject, Message("1", new string('x', room))).ConfigureAwait(false)
            ?? ((await subject.ReceiveAsync(1).ConfigureAwait(false))[0].Body.Length == room ? null : "The body arrived cut.");
    }

    private static async Task<string?> OrderIsKeptAsync(DestinationUnderTest subject)
    {
        if (!subject.Destination.KeepsOrder)
        {
            return null;
        }

        var envelopes = Enumerable.Range(0, 5).Select(n => Message($"{n}", $"{n}") with { Key = "k" }).ToArray();
        return await SendAsync(subject, envelopes).ConfigureAwait(false)
            ?? Compare(
                envelopes.Select(Text),
                (await subject.ReceiveAsync(envelopes.Length).ConfigureAwait(false)).Select(message => message.Body));
    }

    private static async Task<string?> MissingFailsAsync(DestinationUnderTest subject)
    {
        if (subject.Missing is not { } missing)
        {
            return null;
        }

        try
        {
            _ = await missing.SendAsync([Message("1", "{}")], CancellationToken.None).ConfigureAwait(false);
            return "The send ended as if there were such a destination.";
        }
        catch (DestinationException exception)
        {
            return exception.IsRetryable ? "The failure says that sending again may help." : null;
        }
    }

    private static async Task<string?> CancelledEndsAsync(DestinationUnderTest subject)
    {
        try
        {
            _ = await subject.Destination.SendAsync([Message("1", "{}")], new CancellationToken(canceled: true)).ConfigureAwait(false);
            return "The send ended as if it were not cancelled.";
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static Envelope Message(string id, string body) => new() { Id = id, Body = Encoding.UTF8.GetBytes(body), Key = "k" };

    private static string Text(Envelope envelope) => Encoding.UTF8.GetString(envelope.Body.Span);

    private static IEnumerable<string> Flatten(IReadOnlyDictionary<string, string> attributes) =>
        attributes.Select(attribute => $"{attribute.Key}={attribute.Value}").Order(StringComparer.Ordinal);

    private static async Task<string?> SendAsync(DestinationUnderTest subject, params Envelope[] envelopes)
    {
        var failures = await subject.Destination.SendAsync(envelopes, CancellationToken.None).ConfigureAwait(false);
        return failures.Count == 0 ? null : $"{failures[0].Code}: {failures[0].Message}";
    }

    private static string? Compare(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var wanted = string.Join(" | ", expected);
        var found = string.Join(" | ", actual);
        return string.Equals(wanted, found, StringComparison.Ordinal) ? null : $"expected {wanted}, but {found} arrived.";
    }
}
