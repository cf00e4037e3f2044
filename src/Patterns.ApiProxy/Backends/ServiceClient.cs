using System.Net;
using System.Text.Json.Serialization.Metadata;
using Patterns.Http;
using Patterns.Proxy;
using Patterns.Proxy.Internal;

namespace Patterns.Backends;

/// <summary>Calls one service for backends, and tells it who asks. Make one object and keep it.</summary>
/// <remarks>It makes one call for one call: attempts, time and circuit are those of the plan's part, see <see cref="Patterns.Facade.PartOptions{T}"/>.</remarks>
public sealed class ServiceClient
{
    private readonly IServiceAddresses _addresses;
    private readonly ServiceClientOptions _options;
    private readonly BackendTransport _transport;

    /// <summary>Makes the client. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="addresses">Where it is.</param>
    /// <param name="options">How it is called.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public ServiceClient(string service, IServiceAddresses addresses, ServiceClientOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(service);
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(options);
        Service = service;
        _addresses = addresses;
        _options = options.Validated();
        _transport = new BackendTransport(new TransportOptions(options.Transport, options.RequestHeaders, SendsKeys: false, options.MaxReplyBytes));
    }

    /// <summary>The service's name.</summary>
    public string Service { get; }

    /// <summary>Reads something, for a part of a plan.</summary>
    /// <param name="request">The request that it is for.</param>
    /// <param name="call">The call.</param>
    /// <param name="json">The form of the reply.</param>
    /// <param name="cancellationToken">The part's.</param>
    /// <exception cref="ProblemException">The service answers 404, 409, 410, 412 or 422, which the client may get to know.</exception>
    /// <exception cref="HttpRequestException">It answers with another status, or with other JSON, and the status is in the exception; or not at all.</exception>
    /// <exception cref="ServiceNotFoundException">Nobody knows where it is.</exception>
    public async ValueTask<T> ReadAsync<T>(BackendRequest request, BackendCall call, JsonTypeInfo<T> json, CancellationToken cancellationToken)
    {
        var reply = await SendAsync(request, call, cancellationToken).ConfigureAwait(false);
        if (reply.IsSuccess)
        {
            return Read(reply, json);
        }

        return reply.StatusCode is 404 or 409 or 410 or 412 or 422
            ? reply.Json(json)
            : throw new HttpRequestException($"The service '{Service}' answers with status {reply.StatusCode}.", null, (HttpStatusCode)reply.StatusCode);
    }

    /// <summary>Makes a call, whatever its status is. <see cref="BackendCall.Kind"/>, <c>Reply</c> and <c>Fault</c> of the call have no meaning here.</summary>
    /// <param name="request">The request that it is for.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the waiting; the call may have been made.</param>
    /// <exception cref="HttpRequestException">There is no answer, or one that is too large.</exception>
    /// <exception cref="ServiceNotFoundException">Nobody knows where the service is.</exception>
    public async ValueTask<BackendReply> SendAsync(BackendRequest request, BackendCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(call);
        var address = await _addresses.FindAsync(Service, cancellationToken).ConfigureAwait(false);
        try
        {
            var reply = await _transport.SendAsync(request.Api, WithIdentity(call, request), BackendPath.Address(address, call), null, cancellationToken).ConfigureAwait(false);
            if (reply.StatusCode is 502 or 503 or 504)
            {
                _addresses.Suspect(Service, address);
            }

            return reply;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            _addresses.Suspect(Service, address);
            throw;
        }
    }

    private T Read<T>(BackendReply reply, JsonTypeInfo<T> json)
    {
        try
        {
            return reply.Json(json);
        }
        catch (ProblemException exception)
        {
            // It has not been asked for anything that it may refuse: it is out of order.
            var message = $"The service '{Service}' answers with status {reply.StatusCode}, and not with the JSON that is expected.";
            throw new HttpRequestException(HttpRequestError.InvalidResponse, message, exception, (HttpStatusCode)reply.StatusCode);
        }
    }

    private BackendCall WithIdentity(BackendCall call, BackendRequest request)
    {
        if (_options.Identity.Header is not { } header)
        {
            return call;
        }

        return _options.Identity.ValueFor(request, Service) is { } value ? call.WithHeader(header, value) : call.WithoutHeader(header);
    }
}
