package dev.ascertain.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/**
 * Answers that are no success. Each sends the secrets back.
 *
 * @param good the body of a success, as JSON
 * @param refusal the body of a failure in the vendor's form
 */
record Answers(Canaries canaries, String good, String refusal) {
    /**
     * @param form {@code json}, {@code half} of a JSON, {@code html}, or {@code nothing}
     */
    ResponseDefinitionBuilder of(int status, String form) {
        ResponseDefinitionBuilder answer = aResponse().withStatus(status);
        return switch (form) {
            case "json" -> answer.withHeader("Content-Type", "application/json").withBody(refusal);
            case "html" ->
                answer.withHeader("Content-Type", "text/html").withBody("<html>" + canaries.echo() + "</html>");
            case "half" ->
                answer.withHeader("Content-Type", "application/json")
                        .withBody("{\"" + canaries.echo() + "\":" + good.substring(0, good.length() / 2));
            case "nothing" -> answer;
            default -> throw new IllegalArgumentException(form);
        };
    }
}
