using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Facade;
using Patterns.Facade.Internal;
using Patterns.Http;

namespace Patterns.Backends.Internal;

/// <summary>Answers by a plan.</summary>
internal sealed class ReadOperation<TReply>(
    ContractVersion version,
    string path,
    JsonTypeInfo<TReply> reply,
    Func<BackendRequest, Composition<TReply>?> compose,
    bool isAnonymous)
    : BackendOperation(version, "GET", path, null, reply, isAnonymous)
{
    internal override async ValueTask<ApiReply> AnswerAsync(BackendRequest request, OperationRun run) => compose(request) is { } composition
        ? await PlanAnswer.OfAsync(
            composition.Plan,
            result => PlanReply.Of(result, writer => WriteMembers(writer, composition.Compose(result))),
            run.Budget,
            run.Plans,
            request.Api.RequestId,
            run.Logger).ConfigureAwait(false)
        : Problems.NotFound().ToReply();

    private void WriteMembers(Utf8JsonWriter writer, TReply value)
    {
        foreach (var member in JsonSerializer.SerializeToElement(value, reply).EnumerateObject())
        {
            member.WriteTo(writer);
        }
    }
}
