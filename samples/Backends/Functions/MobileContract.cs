using Patterns.Backends;
using Patterns.Facade;

namespace Backends.Functions;

/// <summary>What apps of the first release show: titles, and nothing else.</summary>
public sealed record MobileHomeV1(string[] Titles);

/// <param name="Id">The course.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Percent">How far one is; null where nobody knows, as for a course without lessons.</param>
public sealed record MobileCourse(string Id, string Title, int? Percent)
{
    public static MobileCourse Of(Course course, DoneList? progress) =>
        new(course.Id, course.Title, progress is null || course.Lessons < 1 ? null : 100 * LessonsOf(course, progress) / course.Lessons);

    private static int LessonsOf(Course course, DoneList progress) => progress.Courses.FirstOrDefault(done => done.CourseId == course.Id)?.Lessons ?? 0;
}

public sealed record MobileHomeV2(MobileCourse[] Courses);

/// <summary>What the app sends to enrol: the same as the web page today, and a record of its own, so that either may change alone.</summary>
public sealed record MobileEnrol(string CourseId);

public sealed record MobileEnrolled(string CourseId, string User);

/// <summary>What the app is promised. The first release is installed here and there, and is answered as on its first day.</summary>
public static class MobileContract
{
    private static readonly DateTimeOffset Since = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    public static BackendContract Define(Services services)
    {
        var contract = new BackendContract("mobile").Retired(0);
        contract.Version(1, new Deprecation(Since, Since.AddYears(1)))
            .Get("home", Json.Default.MobileHomeV1, request => Home(services, request, courses => new MobileHomeV1([.. courses.Select(course => course.Title)])));
        contract.Version(2)
            .Get("home", Json.Default.MobileHomeV2, request => Home(services, request, courses => new MobileHomeV2([.. courses])))
            .Send(HttpMethod.Post, "enrolments", Json.Default.MobileEnrol, Json.Default.MobileEnrolled, async (request, enrol, cancellationToken) =>
            {
                var enrolment = await services.EnrolAsync(request, enrol.CourseId, cancellationToken);
                return new MobileEnrolled(enrolment.CourseId, enrolment.User);
            });
        return contract;
    }

    private static Composition<THome> Home<THome>(Services services, BackendRequest request, Func<IEnumerable<MobileCourse>, THome> show)
    {
        var courses = services.Courses(request);
        var plan = new CallPlan();
        var mine = plan.Add("enrolments", Json.Default.EnrolmentList, part => services.EnrolmentsAsync(request, part.CancellationToken), Services.Mandatory);
        var progress = plan.Add("progress", Json.Default.DoneList, part => services.ProgressAsync(request, part.CancellationToken));
        var catalogue = plan.Add(
            "catalogue",
            Json.Default.CourseList,
            async part => new CourseList([.. (await courses.LoadManyAsync(part.Value(mine).CourseIds, part.CancellationToken)).Values]),
            needs: [mine]);
        return new(plan, result => show(
            (result.ValueOrDefault(catalogue)?.Courses ?? []).OrderBy(course => course.Id, StringComparer.Ordinal).Select(course => MobileCourse.Of(course, result.ValueOrDefault(progress)))));
    }
}
