using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Translation;

/// <summary>Reads the bodies of requests that are no JSON.</summary>
public static class ApiRequestTranslation
{
    /// <summary>The body, which must be a form, as JSON.</summary>
    /// <exception cref="ProblemException">415: the request says that it is something else.</exception>
    /// <exception cref="TranslationException">The body is no such form.</exception>
    public static ReadOnlyMemory<byte> Form(this ApiRequest request, FormMap map)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(map);
        return request.MediaType == FormMap.ContentType ? map.ToJson(request.Body) : throw new ProblemException(Problems.UnsupportedMediaType(FormMap.ContentType));
    }

    /// <summary>The body, which must be XML, as JSON.</summary>
    /// <exception cref="ProblemException">415: the request says that it is something else.</exception>
    /// <exception cref="TranslationException">The body is no such XML.</exception>
    public static ReadOnlyMemory<byte> Xml(this ApiRequest request, XmlMap map)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(map);
        return MediaTypes.IsXml(request.MediaType) ? map.ToJson(request.Body) : throw new ProblemException(Problems.UnsupportedMediaType("application/xml"));
    }
}
