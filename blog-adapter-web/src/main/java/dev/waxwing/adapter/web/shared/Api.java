package dev.waxwing.adapter.web.shared;

import io.javalin.apibuilder.EndpointGroup;
import java.util.List;

/** A part of the door for programs: its routes are made of the same operations that the description of the door lists. */
public interface Api extends EndpointGroup {
    List<ApiOperation> operations();

    @Override
    default void addEndpoints() {
        operations().forEach(ApiOperation::addEndpoint);
    }
}
