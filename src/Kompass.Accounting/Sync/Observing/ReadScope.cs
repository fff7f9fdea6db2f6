namespace Kompass.Accounting;

/// <summary>How much of the sources a plan is made of.</summary>
internal enum ReadScope
{
    /// <summary>Every record, those that are rightly not sent included: for a person who looks at the plan.</summary>
    Everything,

    /// <summary>What may have to be sent: what changed, what waits, and now and then every record.</summary>
    WhatMatters,
}
