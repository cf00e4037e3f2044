using System.Text.Json.Serialization.Metadata;

namespace Patterns.Testing.Tests.Contracts;

public sealed class ContractFolderTests : IDisposable
{
    private static readonly ContractJson Json = ContractJson.Default;
    private static readonly FormJson Forms = FormJson.Default;
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

    public static TheoryData<JsonTypeInfo, JsonTypeInfo, string?> ChangedReplies => new()
    {
        { Forms.Number, Forms.Anything, "reply.value was integer and is anything" },
        { Forms.Anything, Forms.Number, null },
        { Forms.Numbers, Forms.Things, "reply.value[] was integer and is anything" },
        { Forms.Things, Forms.Numbers, null },
        { Forms.NumbersByName, Forms.ThingsByName, "reply.value{} was integer and is anything" },
        { Forms.ThingsByName, Forms.NumbersByName, null },
        { Forms.Open, Forms.Closed, null },
        { Forms.Closed, Forms.Open, null },
        { Forms.Moment, Forms.Text, "reply.value: format was \"date-time\" and is nothing" },
        { Forms.Text, Forms.Moment, null },
        { Forms.Moment, Forms.Unique, "reply.value: format was \"date-time\" and is \"uuid\"" },
        { Forms.Text, Forms.Span, null },
        { Forms.Shape, Forms.Coloured, null },
        { Forms.Shape, Forms.MoreShapes, "reply may be a \"star\" now, which clients do not know" },
        { Forms.MoreShapes, Forms.Shape, null },
        { Forms.Shape, Forms.Unsized, "reply(circle).radius is gone" },
    };

    public static TheoryData<JsonTypeInfo, JsonTypeInfo, string?> ChangedRequests => new()
    {
        { Forms.Number, Forms.Anything, null },
        { Forms.Anything, Forms.Number, "request.value was anything and is integer" },
        { Forms.Numbers, Forms.Things, null },
        { Forms.Things, Forms.Numbers, "request.value[] was anything and is integer" },
        { Forms.NumbersByName, Forms.ThingsByName, null },
        { Forms.ThingsByName, Forms.NumbersByName, "request.value{} was anything and is integer" },
        { Forms.Open, Forms.Closed, "request takes no members now that it does not know" },
        { Forms.Closed, Forms.Open, null },
        { Forms.Moment, Forms.Text, null },
        { Forms.Text, Forms.Moment, "request.value: format was nothing and is \"date-time\"" },
        { Forms.Span, Forms.Text, null },
        { Forms.Shape, Forms.Coloured, null },
        { Forms.Shape, Forms.MoreShapes, null },
        { Forms.MoreShapes, Forms.Shape, "request does not take a \"star\" any more" },
        { Forms.Shape, Forms.Unsized, "request(circle).radius is not taken any more" },
    };

    [Theory]
    [MemberData(nameof(ChangedReplies))]
    public void A_reply_may_promise_more_and_not_less(JsonTypeInfo before, JsonTypeInfo after, string? text) => CheckChange(new("x.v1", before), new("x.v1", after), text);

    [Theory]
    [MemberData(nameof(ChangedRequests))]
    public void A_request_may_allow_more_and_not_less(JsonTypeInfo before, JsonTypeInfo after, string? text) => CheckChange(new("x.v1", null, before), new("x.v1", null, after), text);

    [Fact]
    public void Additions_to_variants_and_new_variants_are_named()
    {
        _contracts.Publish(Home(Json.Reply, Json.Request), new JsonContract("x.v1", Forms.Shape), new JsonContract("y.v1", null, Forms.Shape));

        Assert.Equal(
            ["x.v1: reply(circle).colour is new", "x.v1: reply(square).colour is new", "y.v1: request takes a \"star\" now"],
            _contracts.Check(Home(Json.Reply, Json.Request), new JsonContract("x.v1", Forms.Coloured), new JsonContract("y.v1", null, Forms.MoreShapes)));
    }

    private void CheckChange(JsonContract before, JsonContract after, string? text)
    {
        var home = Home(Json.Reply, Json.Request);
        _contracts.Publish(home, before);

        var failure = Record.Exception(() => _contracts.Check(home, after));

        Assert.Equal(text is null ? null : $"x.v1: {text}", (failure as ContractBrokenException)?.Breaks[0]);
    }

    private static JsonContract Home(JsonTypeInfo reply, JsonTypeInfo? request) => new("home.v1", reply, request);

    private IReadOnlyList<string> Breaks(params JsonContract[] contracts) => Assert.Throws<ContractBrokenException>(() => _contracts.Check(contracts)).Breaks;
}
