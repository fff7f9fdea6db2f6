using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>Carries the registration of the sync with Xero. Everything that extends <see cref="IAccountingBuilder"/> applies to it.</summary>
public interface IKompassXeroBuilder : IAccountingBuilder;
