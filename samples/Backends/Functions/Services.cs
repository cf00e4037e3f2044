using Patterns.Backends;
using Patterns.Facade;
using Patterns.Proxy;

namespace Backends.Functions;

/// <summary>The services, as both backends call them.</summary>
public sealed class Services(IServiceAddresses addresses)
{
    private readonly ServiceClient _catalogue = Client("catalogue", addresses);
    private readonly ServiceClient _enrolments = Client("enrolments", addresses);
    private readonly ServiceClient _progress = Client("progress", addresses);

    /// <summary>Part of every plan: without it there is nothing to show.</summary>
    public static PartOptions<EnrolmentList> Mandatory { get; } = new() { IsMandatory = true };

    public static Services FromEnvironment() => new(new FixedAddresses(
        new[] { "catalogue", "enrolments", "progress" }.Select(name => KeyValuePair.Create(name, new Uri(Environment.GetEnvironmentVariable($"{name.ToUpperInvariant()}_URL")!)))));

    public ValueTask<EnrolmentList> EnrolmentsAsync(BackendRequest request, CancellationToken cancellationToken) =>
        _enrolments.ReadAsync(request, new BackendCall(HttpMethod.Get, "v1", "enrolments"), Json.Default.EnrolmentList, cancellationToken);

    public ValueTask<DoneList> ProgressAsync(BackendRequest request, CancellationToken cancellationToken) =>
        _progress.ReadAsync(request, new BackendCall(HttpMethod.Get, "v1", "progress"), Json.Default.DoneList, cancellationToken);

    /// <summary>One call of the catalogue for all courses that the parts of a request need.</summary>
    public DataLoader<string, Course> Courses(BackendRequest request) => new(async (ids, cancellationToken) =>
    {
        var call = new BackendCall(HttpMethod.Get, "v1", "courses") { Query = [new("ids", string.Join(',', ids))] };
        var list = await _catalogue.ReadAsync(request, call, Json.Default.CourseList, cancellationToken);
        return list.Courses.ToDictionary(course => course.Id);
    });

    public async ValueTask<Enrolment> EnrolAsync(BackendRequest request, string courseId, CancellationToken cancellationToken)
    {
        var call = BackendCall.Json(HttpMethod.Post, new Enrol(courseId), Json.Default.Enrol, "v1", "enrolments");
        return (await _enrolments.SendAsync(request, call, cancellationToken)).Json(Json.Default.Enrolment);
    }

    private static ServiceClient Client(string service, IServiceAddresses addresses) =>
        new(service, addresses, new ServiceClientOptions { Identity = CallerPropagation.Bearer() });
}
