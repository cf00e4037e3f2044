using System.IO.Compression;
using System.Text;

namespace Patterns.Local.Tests.Services.Firehose;

public sealed class DeliveryBufferTests
{
    private readonly FirehoseWorld _world = new();

    [Fact]
    public async Task Records_are_one_object_once_the_first_has_waited_for_the_interval()
    {
        var stream = await _world.CreateAsync(FirehoseWorld.S3());

        FirehoseWorld.Put(stream, "a\n");
        _world.Clock.Advance(TimeSpan.FromSeconds(59));
        FirehoseWorld.Put(stream, "b\n");
        Assert.Empty(_world.Objects.All);
        _world.Clock.Advance(TimeSpan.FromSeconds(1));

        var (bucket, key, _) = Assert.Single(_world.Objects.All);
        Assert.Equal("logs", bucket);
        Assert.StartsWith("2026/01/02/03/clicks-1-2026-01-02-03-05-05-", key, StringComparison.Ordinal);
        Assert.Equal("a\nb\n", Assert.Single(_world.Objects.Texts));
    }

    [Fact]
    public async Task Records_are_one_object_as_soon_as_they_have_the_size_and_the_next_begin_anew()
    {
        var stream = await _world.CreateAsync(FirehoseWorld.S3());

        FirehoseWorld.Put(stream, new string('x', 600_000), new string('y', 600_000), "z");
        Assert.Equal(1_200_000, Assert.Single(_world.Objects.All).Content.Length);
        _world.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("z", _world.Objects.Texts[1]);
    }

    [Fact]
    public async Task Records_stay_in_the_buffer_while_the_disk_is_full_and_the_console_says_so()
    {
        var stream = await _world.CreateAsync(FirehoseWorld.S3());
        _world.Objects.Refusal = new IOException("No space left on device");

        FirehoseWorld.Put(stream, "a");
        _world.Clock.Advance(TimeSpan.FromSeconds(60));
        FirehoseWorld.Put(stream, "b");
        Assert.Contains("The delivery stream clicks could not write an object, and keeps its records for the next attempt: No space left on device", Assert.Single(_world.Console.Notices));

        _world.Objects.Refusal = null;
        _world.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("ab", Assert.Single(_world.Objects.Texts));
    }

    [Fact]
    public async Task Gzip_packs_the_object_and_names_it_so()
    {
        var s3 = FirehoseWorld.S3("raw/");
        s3["CompressionFormat"] = "GZIP";
        var stream = await _world.CreateAsync(s3);

        FirehoseWorld.Put(stream, "packed");
        await stream.FlushAsync();

        var (_, key, content) = Assert.Single(_world.Objects.All);
        Assert.EndsWith(".gz", key, StringComparison.Ordinal);
        using var reader = new StreamReader(new GZipStream(new MemoryStream(content), CompressionMode.Decompress), Encoding.UTF8);
        Assert.Equal("packed", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_end_of_the_runner_delivers_what_is_in_the_buffers_and_says_so()
    {
        var stream = await _world.CreateAsync(FirehoseWorld.S3(processing: FirehoseWorld.Lambda()));
        FirehoseWorld.Put(stream, "a", "b");

        var stopping = _world.Service.DisposeAsync().AsTask();
        var call = await _world.Invoker.NextAsync();
        var records = FirehoseWorld.RecordsIn(call);
        call.Return(FirehoseWorld.Reply(FirehoseWorld.Ok(records[0].Id, "A"), $$"""{"recordId":"{{records[1].Id}}","result":"Dropped"}"""));
        await stopping;

        Assert.Equal("A", Assert.Single(_world.Objects.Texts));
        Assert.Equal("The delivery stream clicks is flushed: 2 records taken, 1 delivered, 1 dropped, 0 failed.", Assert.Single(_world.Console.Notices));
    }
}
