namespace Backends.Functions;

// What the services and the backends tell each other. The contracts of clients are elsewhere, and each is its own.
public sealed record Course(string Id, string Title, string Summary, int Lessons);

public sealed record CourseList(Course[] Courses);

/// <summary>Who enrols is who asks: there is no member for it.</summary>
public sealed record Enrol(string CourseId);

public sealed record Enrolment(string CourseId, string User);

public sealed record EnrolmentList(string[] CourseIds);

public sealed record Done(string CourseId, int Lessons);

public sealed record DoneList(Done[] Courses);

public sealed record Outage(bool IsDown);

public sealed record User(string Name);

public sealed record Session(string Token);
