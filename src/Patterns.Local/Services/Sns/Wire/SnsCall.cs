using System.Buffers;
using Patterns.Local.Services.Sns.Topics;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Sns.Wire;

/// <summary>One request and its answer. An operation reads and acts first; asking for the answer starts it.</summary>
internal sealed class SnsCall(string operation, SnsService sns, QueryForm form, IBufferWriter<byte> output)
{
    public const string Namespace = "http://sns.amazonaws.com/doc/2010-03-31/";

    private QueryXml? _answer;

    public SnsService Sns => sns;

    public QueryForm Form => form;

    public QueryXml Answer => _answer ??= QueryXml.Answer(output, operation, Namespace);

    /// <exception cref="AwsException">The parameter is missing.</exception>
    public string Required(string name) => form[name] is { Length: > 0 } value ? value : throw SnsErrors.Missing(name);

    /// <summary>The topic that the tagging operations name.</summary>
    /// <exception cref="AwsException">There is no such topic.</exception>
    public SnsTopic Resource() => sns.TryFindTopic(SnsArn.Checked(form["ResourceArn"], "ResourceArn"), out var topic)
        ? topic
        : throw SnsErrors.ResourceNotFound();
}
