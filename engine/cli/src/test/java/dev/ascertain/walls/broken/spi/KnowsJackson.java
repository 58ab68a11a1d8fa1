package dev.ascertain.walls.broken.spi;

import com.fasterxml.jackson.databind.JsonNode;

record KnowsJackson(JsonNode node) {}
