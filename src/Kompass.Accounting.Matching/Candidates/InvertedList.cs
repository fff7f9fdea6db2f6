namespace Kompass.Accounting.Matching;

/// <summary>For each feature the slots that have it.</summary>
internal sealed class InvertedList<TFeature>
    where TFeature : notnull
{
    private readonly Dictionary<TFeature, List<int>> _slots = [];

    internal void Add(TFeature feature, int slot)
    {
        if (!_slots.TryGetValue(feature, out var slots))
        {
            _slots[feature] = slots = [];
        }

        slots.Add(slot);
    }

    internal void Remove(TFeature feature, int slot)
    {
        if (_slots.TryGetValue(feature, out var slots) && slots.Remove(slot) && slots.Count == 0)
        {
            _slots.Remove(feature);
        }
    }

    /// <summary>The slots of a feature; null if there are none.</summary>
    internal List<int>? Find(TFeature feature) => _slots.GetValueOrDefault(feature);
}
