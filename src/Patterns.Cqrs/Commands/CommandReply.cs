using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>What became of a command: the same for every request with its key that is not rejected.</summary>
public sealed class CommandReply
{
    internal CommandReply(StoredReply reply, bool isReplayed)
    {
        ResultJson = reply.Result;
        RefusalCode = reply.Code;
        RefusalMessage = reply.Message;
        ViewToken = Cqrs.ViewToken.TryParse(reply.Token, out var token) ? token : null;
        IsStale = reply.IsStale == true;
        IsReplayed = isReplayed;
    }

    /// <summary>Whether it took effect; else a rule refused it.</summary>
    public bool IsAccepted => RefusalCode is null;

    /// <summary>Whether this is the reply of an earlier request with the key.</summary>
    public bool IsReplayed { get; }

    /// <summary>The result as JSON; null when the command was refused.</summary>
    public string? ResultJson { get; }

    /// <summary>Names the rule that refused it; null when it was accepted.</summary>
    public string? RefusalCode { get; }

    /// <summary>Says it to people; null when it was accepted.</summary>
    public string? RefusalMessage { get; }

    /// <summary>
    /// Whether it was refused since the aggregate had another version than <see cref="CommandRequest.ExpectedVersion"/>; the one that it had is in
    /// <see cref="ViewToken"/>.
    /// </summary>
    public bool IsStale { get; }

    /// <summary>The version of the aggregate that the command led to, by <see cref="CommandContext.ViewToken"/>; null when the handler named none.</summary>
    public ViewToken? ViewToken { get; }

    /// <summary>The result.</summary>
    /// <exception cref="CommandRefusedException">The command was refused.</exception>
    public TResult Read<TResult>(JsonTypeInfo<TResult> json)
    {
        ThrowIfRefused();
        return JsonSerializer.Deserialize(ResultJson!, json)!;
    }

    /// <summary>Throws when the command was refused.</summary>
    /// <exception cref="CommandRefusedException">The command was refused.</exception>
    public void ThrowIfRefused()
    {
        if (RefusalCode is not null)
        {
            throw IsStale ? new StaleVersionException(ViewToken!.Value, RefusalMessage!) : new CommandRefusedException(RefusalCode, RefusalMessage!);
        }
    }
}
