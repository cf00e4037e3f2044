namespace Amazon.Lambda.Core;

/// <summary>Turns payload streams into handler arguments, and results into payloads.</summary>
public interface ILambdaSerializer
{
    /// <summary>Reads the whole payload as a <typeparamref name="T"/>.</summary>
    T Deserialize<T>(Stream requestStream);

    /// <summary>Writes <paramref name="response"/> as the payload.</summary>
    void Serialize<T>(T response, Stream responseStream);
}
