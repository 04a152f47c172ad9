package uk.homeward.server.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import uk.homeward.journey.Id;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.FollowUpId;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StandardId;
import uk.homeward.journey.pathway.StepId;

/** Events as the journal keeps them: the type's name and a JSON object of its fields; names are plain strings. */
public final class EventCodec {

    private static final List<Class<? extends Id>> IDS = List.of(
            PathwayId.class,
            RouteId.class,
            StepId.class,
            DecisionId.class,
            OptionId.class,
            ExitId.class,
            StandardId.class,
            PoolId.class,
            FollowUpId.class);

    private final Map<String, Class<? extends Event>> types = new HashMap<>();
    private final JsonMapper json;

    public EventCodec() {
        collect(Event.class);
        SimpleModule ids = new SimpleModule("ids");
        IDS.forEach(id -> register(ids, id));
        json = JsonMapper.builder()
                .addModule(ids)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    public String write(Event event) {
        return json.writeValueAsString(event);
    }

    /** Throws {@link IllegalArgumentException} for a type that this version does not know. */
    public Event read(String type, String payload) {
        Class<? extends Event> known = types.get(type);
        if (known == null) {
            throw new IllegalArgumentException(
                    "the journal holds an event of unknown type (" + type + "). Maybe: run the version that wrote it");
        }
        return json.readValue(payload, known);
    }

    /** The names of all kinds of event. */
    public List<String> types() {
        return types.keySet().stream().sorted().toList();
    }

    private void collect(Class<? extends Event> sealed) {
        if (sealed.isSealed()) {
            for (Class<?> permitted : sealed.getPermittedSubclasses()) {
                collect(permitted.asSubclass(Event.class));
            }
        } else {
            Class<? extends Event> other = types.put(sealed.getSimpleName(), sealed);
            if (other != null && other != sealed) { // each would be read back as the other
                throw new IllegalStateException("two kinds of event are called the same: " + other + " and " + sealed);
            }
        }
    }

    private static <T extends Id> void register(SimpleModule module, Class<T> type) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(value.value());
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return of(type, in.getString());
            }
        });
    }

    private static <T extends Id> T of(Class<T> type, String value) {
        try {
            Method of = type.getMethod("of", String.class);
            return type.cast(of.invoke(null, value));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " cannot be read from (" + value + ")", e);
        }
    }
}
