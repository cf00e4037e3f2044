using System.Text.Json.Serialization.Metadata;

namespace Patterns.Testing.Tests.Contracts;

public sealed class ContractFolderTests : IDisposable
{
    private static readonly ContractJson Json = ContractJson.Default;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contracts");
    private readonly ContractFolder _contracts;

    public ContractFolderTests()
    {
        _contracts = new ContractFolder(_folder.FullName);
        _contracts.Publish(Home(Json.Reply, Json.Request));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_contract_as_it_was_published_is_kept() => Assert.Empty(_contracts.Check(Home(Json.Reply, Json.Request)));

    [Fact]
    public void Additions_break_nobody_and_are_named() => Assert.Equal(
        ["home.v1: request.seats is new", "home.v1: reply.lessons[].minutes is new", "home.v1: reply.isNew is new"],
        _contracts.Check(Home(Json.MoreReply, Json.MoreRequest)));

    [Fact]
    public void A_promise_may_become_stronger() => Assert.Empty(_contracts.Check(Home(Json.Surer, Json.Request)));

    public static TheoryData<JsonTypeInfo, string> BrokenReplies => new()
    {
        { Json.LessReply, "reply.count is gone" },
        { Json.Other, "reply.count was integer and is string" },
        { Json.Unsure, "reply.id may be null now" },
        { Json.Wider, "reply.count was integer and is number" },
        { Json.Harder, "reply.level may be \"Deadly\" now, which clients do not know" },
        { Json.Deeper, "reply.lessons[].title is gone" },
        { Json.SingleReply, "reply.lessons was array and is object" },
        { Json.Numbered, "reply.level was string and is integer" },
    };

    [Theory]
    [MemberData(nameof(BrokenReplies))]
    public void What_breaks_those_who_read_a_reply_is_named_with_its_place(JsonTypeInfo reply, string text) =>
        Assert.Equal($"home.v1: {text}", Breaks(Home(reply, Json.Request))[0]);

    public static TheoryData<JsonTypeInfo, string> BrokenRequests => new()
    {
        { Json.Needier, "request.seats is required now" },
        { Json.LessRequest, "request.note is not taken any more" },
        { Json.Stricter, "request.note may not be null any more" },
    };

    [Theory]
    [MemberData(nameof(BrokenRequests))]
    public void What_breaks_those_who_send_a_request_is_named_with_its_place(JsonTypeInfo request, string text) =>
        Assert.Equal([$"home.v1: {text}"], Breaks(Home(Json.Reply, request)));

    [Fact]
    public void The_message_reads_as_what_to_do() => Assert.Equal(
        "A published contract is not kept. Make a new version instead:\n  home.v1: reply.count is gone",
        Assert.Throws<ContractBrokenException>(() => _contracts.Check(Home(Json.LessReply, Json.Request))).Message);

    [Fact]
    public void What_is_new_is_published_before_it_is_kept() =>
        Assert.Equal(["home.v2 is not published: there is no home.v2.json in the folder"], Breaks(Home(Json.Reply, Json.Request), new JsonContract("home.v2", Json.MoreReply)));

    [Fact]
    public void What_was_published_does_not_vanish_without_a_word() =>
        Assert.Equal(["home.v1 was published and is not there any more; delete its file when it is retired"], Breaks());

    [Fact]
    public void A_request_of_its_own_does_not_come_or_go() =>
        Assert.Equal(["home.v1: the request is gone"], Breaks(Home(Json.Reply, null)));

    [Fact]
    public void What_was_added_is_kept_once_it_is_published()
    {
        _contracts.Publish(Home(Json.MoreReply, Json.Request));

        Assert.Equal(["home.v1: reply.lessons[].minutes is gone", "home.v1: reply.isNew is gone"], Breaks(Home(Json.Reply, Json.Request)));
    }

    [Fact]
    public void A_break_cannot_be_published()
    {
        var before = File.ReadAllText(Path.Combine(_folder.FullName, "home.v1.json"));

        Assert.Throws<ContractBrokenException>(() => _contracts.Publish(Home(Json.LessReply, Json.Request)));
        Assert.Equal(before, File.ReadAllText(Path.Combine(_folder.FullName, "home.v1.json")));
    }

    [Fact]
    public void A_type_that_contains_itself_is_compared_to_its_end()
    {
        _contracts.Publish(Home(Json.Reply, Json.Request), new JsonContract("tree.v1", Json.Tree));

        Assert.Empty(_contracts.Check(Home(Json.Reply, Json.Request), new JsonContract("tree.v1", Json.Tree)));
        Assert.Equal(["tree.v1: reply.name was string and is integer"], Breaks(Home(Json.Reply, Json.Request), new JsonContract("tree.v1", Json.NumberedTree)));
    }

    private static JsonContract Home(JsonTypeInfo reply, JsonTypeInfo? request) => new("home.v1", reply, request);

    private IReadOnlyList<string> Breaks(params JsonContract[] contracts) => Assert.Throws<ContractBrokenException>(() => _contracts.Check(contracts)).Breaks;
}
