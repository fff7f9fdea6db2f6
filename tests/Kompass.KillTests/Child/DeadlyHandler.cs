namespace Kompass.Kills;

/// <summary>Tells of every call before it is sent and after it was answered.</summary>
internal sealed class DeadlyHandler : DelegatingHandler
{
    public DeadlyHandler()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var what = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        PointOfDeath.Pass("before", what);
        var response = await base.SendAsync(request, cancellationToken);
        PointOfDeath.Pass("after", what);
        return response;
    }
}
