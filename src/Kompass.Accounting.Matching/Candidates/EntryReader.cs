namespace Kompass.Accounting.Matching;

/// <summary>Makes entries of records, all with the same vocabulary and fields.</summary>
internal sealed class EntryReader(Vocabulary vocabulary, MatchFields fields)
{
    private readonly NameNormalizer _names = new(vocabulary);

    internal Entry Read(MatchRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Key is null)
        {
            throw new ArgumentException($"The record named '{record.Name}' has no key. Give every record a key that is unique on its side.");
        }

        return new(record.Key, _names.Read(record.Name), FieldNormalizer.Read(record, fields));
    }
}
