using System.Collections.Specialized;
using System.Text.Json;
using Quartz.Spi;

namespace QuartzCluster;

/// <summary>
/// Keeps the data of jobs as JSON. Only texts are ever stored here (<c>UseProperties</c>); a host whose jobs keep more than that, or that
/// uses Quartz's calendars, takes the package Quartz.Serialization.SystemTextJson of its Quartz's version instead.
/// </summary>
internal sealed class TextSerializer : IObjectSerializer
{
    public void Initialize()
    {
        // Nothing to prepare.
    }

    public byte[] Serialize<T>(T obj)
        where T : class =>
        obj is NameValueCollection texts
            ? JsonSerializer.SerializeToUtf8Bytes(texts.AllKeys.ToDictionary(key => key!, key => texts[key]))
            : throw new NotSupportedException($"{obj.GetType()} is not stored by this sample. Keep texts in the data of a job, or use the serializer that Quartz publishes.");

    public T? DeSerialize<T>(byte[] data)
        where T : class
    {
        var texts = new NameValueCollection();
        foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string?>>(data)!)
        {
            texts.Add(key, text);
        }

        return (T)(object)texts;
    }
}
