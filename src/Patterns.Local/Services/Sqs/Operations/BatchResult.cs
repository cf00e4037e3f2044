using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

/// <summary>Which entries of a batch succeeded and which failed: one failure leaves the others alone.</summary>
internal sealed class BatchResult<T>
{
    private readonly List<(string Id, T Value)> _successful = [];
    private List<(string Id, AwsException Error)>? _failed;

    public void Run<TState>(string id, TState state, Func<TState, T> action)
    {
        try
        {
            _successful.Add((id, action(state)));
        }
        catch (AwsException error)
        {
            (_failed ??= []).Add((id, error));
        }
    }

    public void Write(SqsAnswer answer, string elementName, Action<SqsAnswer, T>? write = null)
    {
        if (_successful.Count > 0)
        {
            answer.StartList("Successful");
            foreach (var (id, value) in _successful)
            {
                answer.StartItem(elementName);
                answer.Text("Id", id);
                write?.Invoke(answer, value);
                answer.EndItem(elementName);
            }

            answer.EndList();
        }

        WriteFailed(answer);
    }

    private void WriteFailed(SqsAnswer answer)
    {
        if (_failed is null)
        {
            return;
        }

        answer.StartList("Failed");
        foreach (var (id, error) in _failed)
        {
            answer.StartItem("BatchResultErrorEntry");
            answer.Text("Id", id);
            answer.Text("Code", error.QueryCode);
            answer.Text("Message", error.Message);
            answer.Boolean("SenderFault", error.IsSenderFault);
            answer.EndItem("BatchResultErrorEntry");
        }

        answer.EndList();
    }
}
