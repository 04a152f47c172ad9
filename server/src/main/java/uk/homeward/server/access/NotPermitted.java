package uk.homeward.server.access;

import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;

/** Somebody may not do something; the message says what is missing and whom to ask. Answered 403. */
public final class NotPermitted extends AccessDeniedException {

    private static final long serialVersionUID = 1;

    private final String code;

    /**
     * @param code for scripts, such as {@code role-may-not}
     * @param why in plain words
     */
    public NotPermitted(String code, String why) {
        super(why);
        this.code = code;
    }

    /** The role lacks a permission. */
    static NotPermitted lacks(User user, Permission permission) {
        String others = permission.roles().stream().map(Role::title).collect(Collectors.joining(", "));
        return new NotPermitted(
                "role-may-not",
                "Your role (" + user.role().title() + ") may not " + permission.words() + ". Those who may: " + others
                        + ". Ask one of them, or ask your administrator if your role is wrong.");
    }

    public String code() {
        return code;
    }
}
