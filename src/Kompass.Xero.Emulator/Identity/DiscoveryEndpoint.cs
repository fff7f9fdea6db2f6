namespace Kompass.Xero.Emulator;

/// <summary><c>/.well-known/openid-configuration</c>, with the addresses of the origin that was asked.</summary>
internal static class DiscoveryEndpoint
{
    public static EmulatedResponse Show(EmulatedRequest request)
    {
        var endpoints = EmulatorEndpoints.At(new Uri(request.Url.GetLeftPart(UriPartial.Authority)));
        return Answers.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("issuer", "https://identity.xero.com");
            writer.WriteString("jwks_uri", endpoints.TokenUrl.GetLeftPart(UriPartial.Authority) + "/.well-known/openid-configuration/jwks");
            writer.WriteString("authorization_endpoint", endpoints.AuthorizeUrl.AbsoluteUri);
            writer.WriteString("token_endpoint", endpoints.TokenUrl.AbsoluteUri);
            writer.WriteString("revocation_endpoint", endpoints.RevocationUrl.AbsoluteUri);
            WriteArray("response_types_supported", "code");
            WriteArray("grant_types_supported", "authorization_code", "refresh_token", "client_credentials");
            WriteArray("scopes_supported", [.. KnownScopes.Listed]);
            WriteArray("token_endpoint_auth_methods_supported", "client_secret_basic", "client_secret_post");
            WriteArray("code_challenge_methods_supported", "S256");
            WriteArray("id_token_signing_alg_values_supported", "RS256");
            WriteArray("subject_types_supported", "public");
            writer.WriteEndObject();

            void WriteArray(string name, params ReadOnlySpan<string> values)
            {
                writer.WriteStartArray(name);
                foreach (var value in values)
                {
                    writer.WriteStringValue(value);
                }

                writer.WriteEndArray();
            }
        });
    }
}
