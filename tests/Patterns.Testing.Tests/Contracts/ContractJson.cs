using System.Text.Json.Serialization;

namespace Patterns.Testing.Tests.Contracts;

public enum Level { Easy, Hard }

public enum MoreLevels { Easy, Hard, Deadly }

/// <summary>A reply as it was published, and forms that it may have later.</summary>
public static class Replies
{
    public sealed record First(string Id, int Count, Level Level, Lesson[] Lessons, string? Note);

    public sealed record More(string Id, int Count, Level Level, LongLesson[] Lessons, string? Note, bool IsNew);

    public sealed record Surer(string Id, int Count, Level Level, Lesson[] Lessons, string Note);

    public sealed record Less(string Id, Level Level, Lesson[] Lessons, string? Note);

    public sealed record Other(string Id, string Count, Level Level, Lesson[] Lessons, string? Note);

    public sealed record Unsure(string? Id, int Count, Level Level, Lesson[] Lessons, string? Note);

    public sealed record Wider(string Id, decimal Count, Level Level, Lesson[] Lessons, string? Note);

    public sealed record Harder(string Id, int Count, MoreLevels Level, Lesson[] Lessons, string? Note);

    public sealed record Deeper(string Id, int Count, Level Level, UntitledLesson[] Lessons, string? Note);

    public sealed record Alone(string Id, int Count, Level Level, Lesson Lessons, string? Note);

    public sealed record Numbered(string Id, int Count, int Level, Lesson[] Lessons, string? Note);

    public sealed record Lesson(string Title);

    public sealed record LongLesson(string Title, int Minutes);

    public sealed record UntitledLesson(int Minutes);

    public sealed record Tree(string Name, Tree[] Children);

    public sealed record NumberedTree(int Name, NumberedTree[] Children);
}

/// <summary>A request as it was published, and forms that it may have later.</summary>
public static class Requests
{
    public sealed record First(string Course, string? Note = null);

    public sealed record More(string Course, string? Note = null, int Seats = 1);

    public sealed record Needier(string Course, int Seats, string? Note = null);

    public sealed record Less(string Course);

    public sealed record Stricter(string Course, string Note = "");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Replies.First), TypeInfoPropertyName = "Reply")]
[JsonSerializable(typeof(Replies.More), TypeInfoPropertyName = "MoreReply")]
[JsonSerializable(typeof(Replies.Surer))]
[JsonSerializable(typeof(Replies.Less), TypeInfoPropertyName = "LessReply")]
[JsonSerializable(typeof(Replies.Other))]
[JsonSerializable(typeof(Replies.Unsure))]
[JsonSerializable(typeof(Replies.Wider))]
[JsonSerializable(typeof(Replies.Harder))]
[JsonSerializable(typeof(Replies.Deeper))]
[JsonSerializable(typeof(Replies.Alone), TypeInfoPropertyName = "SingleReply")]
[JsonSerializable(typeof(Replies.Numbered))]
[JsonSerializable(typeof(Replies.Tree))]
[JsonSerializable(typeof(Replies.NumberedTree))]
[JsonSerializable(typeof(Requests.First), TypeInfoPropertyName = "Request")]
[JsonSerializable(typeof(Requests.More), TypeInfoPropertyName = "MoreRequest")]
[JsonSerializable(typeof(Requests.Needier))]
[JsonSerializable(typeof(Requests.Less), TypeInfoPropertyName = "LessRequest")]
[JsonSerializable(typeof(Requests.Stricter))]
internal sealed partial class ContractJson : JsonSerializerContext;
