using System.Text.Json.Serialization;
using Patterns.Backends;
using Patterns.Facade;
using Patterns.Proxy;

namespace Snippets;

public sealed record EnrolmentView(string CourseId);

public sealed record CourseView(string Id, string Title, int Lessons);

public sealed record MobileCourse(string Id, string Title);

public sealed record MobileHome(string User, MobileCourse[] Courses);

// snippet: backends-json
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EnrolmentView[]))]
[JsonSerializable(typeof(CourseView[]))]
[JsonSerializable(typeof(MobileHome))]
public sealed partial class MobileJson : JsonSerializerContext;
// end

// snippet: backends-contract
public sealed class MobileContract(ServiceClient enrolments, ServiceClient catalogue)
{
    private static readonly PartOptions<EnrolmentView[]> Mandatory = new() { IsMandatory = true, Budget = TimeSpan.FromSeconds(2) };
    private static readonly PartOptions<CourseView[]> Optional = new() { Budget = TimeSpan.FromSeconds(1) };

    public BackendContract Define()
    {
        var contract = new BackendContract("mobile").Retired(1);
        contract.Version(2, new Deprecation(new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero), Sunset: new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero)))
            .Get("home", MobileJson.Default.MobileHome, Home);
        contract.Version(3)
            .Get("home", MobileJson.Default.MobileHome, Home);
        return contract;
    }

    private Composition<MobileHome> Home(BackendRequest request)
    {
        var plan = new CallPlan();
        var mine = plan.Add(
            "enrolments",
            MobileJson.Default.EnrolmentViewArray,
            part => enrolments.ReadAsync(request, new BackendCall(HttpMethod.Get, "enrolments"), MobileJson.Default.EnrolmentViewArray, part.CancellationToken),
            Mandatory);
        var courses = plan.Add(
            "catalogue",
            MobileJson.Default.CourseViewArray,
            part => CoursesAsync(request, part.Value(mine).Select(one => one.CourseId), part.CancellationToken),
            Optional,
            needs: [mine]);
        return new(plan, result => new MobileHome(
            request.Caller.Id,
            [.. (result.ValueOrDefault(courses) ?? []).Select(course => new MobileCourse(course.Id, course.Title))]));
    }

    private ValueTask<CourseView[]> CoursesAsync(BackendRequest request, IEnumerable<string> ids, CancellationToken cancellationToken) => catalogue.ReadAsync(
        request,
        new BackendCall(HttpMethod.Get, "courses") { Query = [new("ids", string.Join(',', ids))] },
        MobileJson.Default.CourseViewArray,
        cancellationToken);
}
// end

// snippet: backends
public sealed class MobileBackend() : BackendHandler(new MobileContract(Client("enrolments", "ENROLMENTS_URL"), Client("catalogue", "CATALOGUE_URL")).Define())
{
    private static ServiceClient Client(string service, string setting) => new(
        service,
        new FixedAddresses([new(service, new Uri(Environment.GetEnvironmentVariable(setting)!))]),
        new ServiceClientOptions { Identity = CallerPropagation.Bearer() });
}
// end

internal static class BackendsExamples
{
    public static void Contracts(BackendContract mobile, string sources)
    {
        // snippet: backends-contract-test
        var published = new Patterns.Testing.ContractFolder(Path.Combine(sources, "contracts"));
        var contracts = mobile.Operations.Select(operation => new Patterns.Testing.JsonContract(operation.Name, operation.Reply, operation.Body));
        if (Environment.GetEnvironmentVariable("PUBLISH_CONTRACTS") == "1")
        {
            published.Publish(contracts);
        }

        published.Check(contracts);

        // end
    }

    public static async Task<CourseView?> Loader(ServiceClient catalogue, BackendRequest request, string id, CancellationToken cancellationToken)
    {
        // snippet: backends-loader
        // One for each request. What several parts ask of it within 2 ms is one call.
        var courses = new DataLoader<string, CourseView>(async (ids, token) =>
        {
            var call = new BackendCall(HttpMethod.Get, "courses") { Query = [new("ids", string.Join(',', ids))] };
            var found = await catalogue.ReadAsync(request, call, MobileJson.Default.CourseViewArray, token);
            return found.ToDictionary(course => course.Id);
        });
        var course = await courses.LoadAsync(id, cancellationToken);

        // end
        return course;
    }

    public static async Task Directory(Patterns.Tables.ITable table, Uri here, CallerToken token, CancellationToken cancellationToken)
    {
        // snippet: backends-directory
        var directory = new ServiceDirectory(table, new ServiceDirectoryOptions { Stage = "live", AllowedHosts = [".internal.example.com"] });

        // A service says where it is, each minute.
        await directory.RegisterAsync("catalogue", here, cancellationToken);

        // A backend asks; what is registered and holds is what it gets.
        var catalogue = new ServiceClient("catalogue", directory, new ServiceClientOptions { Identity = CallerPropagation.Token(token, claims: ["plan"]) });

        // end
        _ = catalogue;
    }
}
