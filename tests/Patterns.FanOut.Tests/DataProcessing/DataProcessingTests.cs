using System.Text;
using Patterns.DataProcessing;
using Patterns.FanIn;

namespace Patterns.FanOut.Tests.DataProcessing;

public sealed class DataProcessingTests
{
    private readonly JobRig _rig = new();

    [Fact]
    public async Task A_job_is_split_mapped_and_reduced()
    {
        Assert.True(await _rig.SplitAsync(new Corpus("job", ["a b c", "d", "e f"])));
        await _rig.PumpAsync();

        var result = Assert.Single(_rig.JobResults);
        Assert.Equal(("job", JobStatus.Complete, 6), (result.JobId, result.Status, result.Result!.Count));
        Assert.Equal(new JobCounts(3, 3, 0, 0, 0, 0), result.Counts);
        Assert.Equal([0, 1, 2], result.Result.Pages);
        Assert.Equal("job", Assert.Single(_rig.Results.Received).Id);
    }

    [Fact]
    public async Task Parts_have_names_that_are_the_same_at_every_run()
    {
        await _rig.SplitAsync(new Corpus("shelf/7", ["a", "b"]));
        await _rig.SplitAsync(new Corpus("shelf/7", ["a", "b"]));

        Assert.Equal(["shelf/7/0", "shelf/7/1", "shelf/7/0", "shelf/7/1"], _rig.Mappers.Received.Select(envelope => envelope.Id));
        Assert.All(_rig.Mappers.Received, envelope => Assert.Equal("shelf/7", envelope.CorrelationId));
        Assert.True(JobPart.TryParse("shelf/7/1", out var part));
        Assert.Equal(new JobPart("shelf/7", 1), part);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/1")]
    [InlineData("job")]
    [InlineData("job/")]
    [InlineData("job/-1")]
    [InlineData("job/1a")]
    [InlineData("job/99999999999")]
    public void Other_ids_are_no_parts(string? id) => Assert.False(JobPart.TryParse(id, out _));

    [Fact]
    public async Task A_job_of_more_parts_than_a_chunk_is_sent_whole()
    {
        await _rig.SplitAsync(new Corpus("job", [.. Enumerable.Repeat("a b", 250)]));
        await _rig.PumpAsync();

        Assert.Equal(new JobCounts(250, 250, 0, 0, 0, 0), Assert.Single(_rig.JobResults).Counts);
        Assert.Equal(500, _rig.JobResults[0].Result!.Count);
    }

    [Fact]
    public async Task A_job_without_parts_is_complete()
    {
        await _rig.SplitAsync(new Corpus("job", []));
        await _rig.PumpAsync();

        var result = Assert.Single(_rig.JobResults);
        Assert.Equal((JobStatus.Complete, 0), (result.Status, result.Result!.Count));
    }

    [Fact]
    public async Task Hopeless_parts_are_rejected_with_a_reason_and_the_others_are_reduced()
    {
        await _rig.SplitAsync(new Corpus("job", ["a b", "poison", "c"]));
        await _rig.PumpAsync();

        var result = Assert.Single(_rig.JobResults);
        Assert.Equal(new JobCounts(3, 2, 1, 0, 0, 0), result.Counts);
        Assert.Equal([new FailedPart(1, PartOutcome.Rejected, "The page is blank.")], result.Failed);
        Assert.Equal(3, result.Result!.Count);
        Assert.Equal(1, _rig.Mapped.Count(part => part.Number == 1));
    }

    [Fact]
    public async Task A_part_that_fails_to_the_end_is_dead_lettered_and_the_job_ends()
    {
        await _rig.SplitAsync(new Corpus("job", ["a b", "broken"]));
        await _rig.PumpAsync();

        var result = Assert.Single(_rig.JobResults);
        Assert.Equal(new JobCounts(2, 1, 0, 1, 0, 0), result.Counts);
        Assert.Equal([new FailedPart(1, PartOutcome.DeadLettered, "It was not handled within the tries that its queue allows.")], result.Failed);
        Assert.Equal("job/1", Assert.Single(_rig.Archive.Received).Id);
    }

    [Fact]
    public async Task A_result_that_no_item_can_hold_rejects_its_part_and_names_it()
    {
        await _rig.SplitAsync(new Corpus("job", ["huge"]));
        await _rig.PumpAsync();

        var failed = Assert.Single(Assert.Single(_rig.JobResults).Failed);
        Assert.Equal(PartOutcome.Rejected, failed.Outcome);
        Assert.Equal(
            "The result of part job/0 has 450024 bytes; at most 401408 can be kept. Make the parts smaller, or put the result into an object store and return its key.",
            failed.Reason);
    }

    [Fact]
    public async Task A_job_with_a_hole_is_not_reduced_and_the_hole_is_named()
    {
        var rig = new JobRig { Loses = id => id is "job/1" or "job/3" };
        await rig.SplitAsync(new Corpus("job", ["a", "b", "c", "d"]));
        await rig.PumpAsync();
        Assert.Empty(rig.JobResults);

        await rig.FinishAsync();

        var result = Assert.Single(rig.JobResults);
        Assert.Equal(JobStatus.Incomplete, result.Status);
        Assert.Null(result.Result);
        Assert.Equal([1, 3], result.Missing);
        Assert.Equal(new JobCounts(4, 2, 0, 0, 2, 0), result.Counts);
        Assert.Equal("1,3", Assert.Single(rig.Results.Received).Attributes[FanInAttributes.Missing]);
    }

    [Fact]
    public async Task A_job_whose_split_never_ends_is_published_as_incomplete()
    {
        await _rig.Store().OpenAsync("job", new FanInOpening(), CancellationToken.None);

        await _rig.FinishAsync();

        Assert.Equal((JobStatus.Incomplete, (int?)null), (Assert.Single(_rig.JobResults).Status, _rig.JobResults[0].Counts.Parts));
    }

    [Fact]
    public async Task A_job_that_has_ended_is_not_split_again()
    {
        await _rig.SplitAsync(new Corpus("job", ["a", "b"]));
        await _rig.PumpAsync();

        Assert.True(await _rig.SplitAsync(new Corpus("job", ["a", "b"])));
        await _rig.PumpAsync();

        Assert.Equal(2, _rig.Mappers.Received.Count);
        Assert.Single(_rig.JobResults);
    }

    [Fact]
    public async Task A_job_that_is_split_differently_while_it_runs_is_refused()
    {
        await _rig.SplitAsync(new Corpus("job", ["a", "b"]));

        Assert.False(await _rig.SplitAsync(new Corpus("job", ["a", "b", "c"])));
    }

    [Fact]
    public async Task Parts_that_a_job_should_not_have_keep_it_from_being_reduced()
    {
        var stray = new Dictionary<string, string> { ["ce-id"] = "job/5" };
        await _rig.Mapper().FunctionHandler(Events.Sqs(new SqsRecord("""{"Text":"x"}""") { Attributes = stray }), new FakeLambdaContext());
        await _rig.SplitAsync(new Corpus("job", ["a", "b"]));

        await _rig.PumpAsync();

        var result = Assert.Single(_rig.JobResults);
        Assert.Equal((JobStatus.Incomplete, new JobCounts(2, 3, 0, 0, 0, 1)), (result.Status, result.Counts));
        Assert.Null(result.Result);
    }

    [Fact]
    public async Task A_part_that_has_its_result_is_not_mapped_again()
    {
        var rig = new JobRig { Copies = _ => 3 };
        await rig.SplitAsync(new Corpus("job", ["a", "b"]));
        await rig.PumpAsync();

        Assert.Equal([0, 1], rig.Mapped.Select(part => part.Number));
        Assert.All(rig.JobResults, result => Assert.Equal(2, result.Result!.Count));
    }

    [Fact]
    public async Task A_dead_letter_does_not_take_the_place_of_a_result_but_a_result_takes_the_place_of_a_dead_letter()
    {
        await _rig.SplitAsync(new Corpus("job", ["a b c", "d", "e"]));
        var messages = _rig.Mappers.Received.Select(JobRig.Message).ToArray();
        await _rig.Mapper().FunctionHandler(Events.Sqs(messages[0]), new FakeLambdaContext());
        await _rig.Undertaker().FunctionHandler(Events.Sqs(messages[0], messages[1]), new FakeLambdaContext());
        Assert.Equal(2, (await _rig.Store().FindAsync("job", CancellationToken.None))!.PartCount);

        await _rig.PumpAsync();

        Assert.Equal(new JobCounts(3, 3, 0, 0, 0, 0), Assert.Single(_rig.JobResults).Counts);
    }

    [Fact]
    public async Task A_part_of_a_job_that_has_ended_is_logged_and_not_mapped()
    {
        var rig = new JobRig { Loses = _ => true };
        await rig.SplitAsync(new Corpus("job", ["a"]));
        await rig.FinishAsync();
        var context = new FakeLambdaContext();

        await rig.Mapper().FunctionHandler(Events.Sqs(JobRig.Message(rig.Mappers.Received[0])), context);

        Assert.Empty(rig.Mapped);
        Assert.Contains("Warning: Part {Part} came after its job had ended, and is not in the job's result. [job/0]", context.Log.Lines);
    }

    [Fact]
    public async Task A_letter_of_a_failure_destination_is_known_by_its_cause()
    {
        await _rig.SplitAsync(new Corpus("job", ["a"]));
        var letter = new SqsRecord("{ no json")
        {
            Attributes = new Dictionary<string, string>
            {
                ["ce-id"] = "77-1",
                ["ce-causationid"] = "job/0",
                [FailureAttributes.Message] = "'n' is invalid.",
            },
        };

        Assert.Empty((await _rig.Undertaker().FunctionHandler(Events.Sqs(letter), new FakeLambdaContext())).FailedIds());

        await _rig.Reduction().FunctionHandler(Events.Sqs(JobRig.Message(_rig.Reducer.Received[0])), new FakeLambdaContext());
        Assert.Equal([new FailedPart(0, PartOutcome.DeadLettered, "'n' is invalid.")], Assert.Single(_rig.JobResults).Failed);
    }

    [Fact]
    public async Task A_message_that_is_no_part_of_a_job_is_hopeless()
    {
        var batch = RecordBatch.Of("m", Encoding.UTF8.GetBytes("""{"Text":"a"}"""));

        var outcome = await _rig.Mapper().HandleBatchAsync(batch, new FakeLambdaContext());

        Assert.Equal(
            "Message m is no part of a job: its id must be the job's, a slash and a number.",
            Assert.IsType<NonRetryableException>(Assert.Single(outcome.Failures).Exception).Message);
    }

    [Fact]
    public void Mistakes_in_options_fail_the_cold_start()
    {
        Assert.Equal(
            "JobOptions: Store, Reducer and Outbound must not be null.",
            Assert.Throws<OptionsException>(() => new BuryPages(new JobOptions { Store = null!, Reducer = _rig.Reducer }, null)).Message);
        Assert.Equal(
            "SplitOptions: Jobs and Mappers must not be null.",
            Assert.Throws<OptionsException>(() => new SplitCorpus(new SplitOptions<Corpus> { Jobs = null!, Mappers = _rig.Mappers })).Message);
        Assert.Equal(
            "ReduceOptions: Store, Results and Outbound must not be null.",
            Assert.Throws<OptionsException>(() => new SumWords(new ReduceOptions { Store = null!, Results = _rig.Results }, () => 0)).Message);
    }
}
