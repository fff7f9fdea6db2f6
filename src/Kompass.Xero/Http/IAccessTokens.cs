namespace Kompass.Xero;

/// <summary>Where a call gets its access token: one token set, renewed by one caller at a time.</summary>
internal interface IAccessTokens
{
    /// <summary>A token that is good for at least the refresh skew.</summary>
    ValueTask<string> GetAsync(CancellationToken cancellationToken);

    /// <summary>A token other than the one that Xero refused: renewed unless somebody else already did.</summary>
    ValueTask<string> ReplaceAsync(string refused, CancellationToken cancellationToken);
}
