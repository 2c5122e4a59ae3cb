package dev.waxwing.adapter.web;

import dev.waxwing.application.account.Client;
import dev.waxwing.application.shared.Room;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A room of which one network address takes no more than a part, so that whoever fills that is in nobody's way. What this
 * machine sends has the room alone as its limit, because a proxy that does not say for whom it asks speaks for everybody.
 */
final class SharedRoom {
    private final Room room;
    private final int most;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    /** @param most in bytes, what one network address may have taken at a time */
    SharedRoom(Room room, int most) {
        this.room = room;
        this.most = most;
    }

    /** Takes so many bytes for somebody, unless they are not free or too many are taken from there; whether they are taken. */
    boolean tryTake(Client client, int bytes) {
        int now = taken.merge(client.network(), bytes, Integer::sum);
        if ((now <= most || client.isThisMachine()) && room.tryTake(bytes)) {
            return true;
        }
        leave(client, bytes);
        return false;
    }

    void giveBack(Client client, int bytes) {
        room.giveBack(bytes);
        leave(client, bytes);
    }

    /** Whoever has nothing any more is forgotten. */
    private void leave(Client client, int bytes) {
        taken.computeIfPresent(client.network(), (network, before) -> before == bytes ? null : before - bytes);
    }
}
