/** A house in which every wall is broken, so that {@code WallsTest} can see each rule fail. Nothing here runs. */
package dev.ascertain.walls.broken;
