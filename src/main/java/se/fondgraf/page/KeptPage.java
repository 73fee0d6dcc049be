package se.fondgraf.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A read page as bytes, in which a run writes it aside to have it back later. Nothing of it outlives the run, so there
 * is nothing to check and no form to keep; for others there is {@link JsonPage}, which takes five times as long.
 *
 * <p>Numbers are of four bytes, texts are UTF-8 behind their length in bytes.
 */
public final class KeptPage {
    private final byte[] bytes;
    /** After which byte nothing is left that statements, address or hash of the page depend on. */
    private final int statementsEnd;

    private KeptPage(byte[] bytes, int statementsEnd) {
        this.bytes = bytes;
        this.statementsEnd = statementsEnd;
    }

    /** Writes a page. The same page gives the same bytes. */
    public static KeptPage of(Page page) {
        Out out = new Out();
        out.record(page.record(), page.text().lines());
        int statementsEnd = out.bytes.position();
        out.text(page.text());
        out.uses(page.uses());
        out.number(page.notices().size());
        for (Notice notice : page.notices()) {
            out.number(notice.line());
            out.text(notice.reason());
        }
        return new KeptPage(Arrays.copyOf(out.bytes.array(), out.bytes.position()), statementsEnd);
    }

    /** The page again. */
    public static Page read(byte[] written) {
        In in = new In(written);
        Layout layout = Layout.valueOf(in.text());
        String sha256 = in.text();
        Optional<String> address = in.optional();
        Optional<String> ownerDomain = in.optional();
        int statementsAt = in.position;
        in.skipStatements();
        PublishedText text = in.published();
        List<LineUse> uses = in.uses(text.lines().size());
        List<Notice> notices = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            notices.add(new Notice(in.number(), in.text()));
        }
        in.position = statementsAt;
        return new Page(
                new ProjectRecord(layout, sha256, address, ownerDomain, in.statements(text.lines())),
                text,
                uses,
                notices);
    }

    /** The whole of it; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The part on which the data depends. */
    public byte[] statements() {
        return Arrays.copyOf(bytes, statementsEnd);
    }

    private static final class Out {
        private ByteBuffer bytes = ByteBuffer.allocate(1 << 14);

        private void room(int more) {
            if (bytes.remaining() < more) {
                int size = Math.addExact(bytes.position(), Math.max(more, bytes.position()));
                bytes = ByteBuffer.allocate(size).put(bytes.flip());
            }
        }

        void number(int number) {
            room(Integer.BYTES);
            bytes.putInt(number);
        }

        void text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            room(utf8.length);
            bytes.put(utf8);
        }

        void constant(Enum<?> constant) {
            text(constant.name());
        }

        void truth(boolean truth) {
            number(truth ? 1 : 0);
        }

        void optional(Optional<String> text) {
            truth(text.isPresent());
            text.ifPresent(this::text);
        }

        void record(ProjectRecord record, List<String> lines) {
            constant(record.layout());
            text(record.sha256());
            optional(record.address());
            optional(record.ownerDomain());
            number(0);
            int start = bytes.position();
            number(record.statements().size());
            for (Statement statement : record.statements()) {
                constant(statement.property());
                number(statement.lines().first());
                number(statement.lines().last());
                number(statement.rank());
                text(statement.asWritten());
                value(statement, lines);
            }
            bytes.putInt(start - Integer.BYTES, bytes.position() - start);
        }

        private void value(Statement statement, List<String> lines) {
            constant(Kind.of(statement.value()));
            switch (statement.value()) {
                case Value.Words words -> text(words.text());
                case Value.Quantity quantity -> text(quantity.number().toPlainString());
                case Value.Day day -> text(day.day().toString());
                case Value.Truth truth -> truth(truth.truth());
                case Value.Theme theme -> {
                    text(theme.theme());
                    truth(theme.applies());
                }
                case Value.Code code -> {
                    text(code.notation());
                    optional(code.words());
                }
                case Value.Name name -> text(name.name());
                case Value.OrganizationNumber number -> text(number.number());
                case Value.Prose prose -> {
                    boolean own = !prose.text().equals(statement.lines().prose(lines));
                    optional(own ? Optional.of(prose.text()) : Optional.empty());
                }
                case Value.Unreadable unreadable -> text(unreadable.reason());
            }
        }

        void text(PublishedText text) {
            number(text.lines().size());
            text.lines().forEach(this::text);
            truth(text.endsWithNewline());
        }

        void uses(List<LineUse> uses) {
            for (LineUse.Run run : LineUse.runs(uses)) {
                number(run.lines().last() - run.lines().first() + 1);
                constant(run.use().kind());
                text(run.use().detail());
            }
        }
    }

    /** What a value is, in the order in which {@link Value} lists them. */
    private enum Kind {
        WORDS,
        QUANTITY,
        DAY,
        TRUTH,
        THEME,
        CODE,
        NAME,
        ORGANIZATION_NUMBER,
        PROSE,
        UNREADABLE;

        static Kind of(Value value) {
            return switch (value) {
                case Value.Words words -> WORDS;
                case Value.Quantity quantity -> QUANTITY;
                case Value.Day day -> DAY;
                case Value.Truth truth -> TRUTH;
                case Value.Theme theme -> THEME;
                case Value.Code code -> CODE;
                case Value.Name name -> NAME;
                case Value.OrganizationNumber number -> ORGANIZATION_NUMBER;
                case Value.Prose prose -> PROSE;
                case Value.Unreadable unreadable -> UNREADABLE;
            };
        }
    }

    private static final class In {
        private static final VarHandle NUMBERS =
                MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

        private final byte[] bytes;
        private int position;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        int number() {
            int number = (int) NUMBERS.get(bytes, position);
            position += Integer.BYTES;
            return number;
        }

        String text() {
            int length = number();
            String text = new String(bytes, position, length, StandardCharsets.UTF_8);
            position += length;
            return text;
        }

        boolean truth() {
            return number() == 1;
        }

        Optional<String> optional() {
            return truth() ? Optional.of(text()) : Optional.empty();
        }

        void skipStatements() {
            int length = number();
            position += length;
        }

        List<Statement> statements(List<String> lines) {
            number();
            List<Statement> statements = new ArrayList<>();
            for (int left = number(); left > 0; left--) {
                Property property = Property.valueOf(text());
                Lines at = new Lines(number(), number());
                int rank = number();
                String asWritten = text();
                statements.add(new Statement(property, value(at, lines), asWritten, at, rank));
            }
            return statements;
        }

        private Value value(Lines at, List<String> lines) {
            return switch (Kind.valueOf(text())) {
                case WORDS -> new Value.Words(text());
                case QUANTITY -> new Value.Quantity(new BigDecimal(text()));
                case DAY -> new Value.Day(LocalDate.parse(text()));
                case TRUTH -> new Value.Truth(truth());
                case THEME -> new Value.Theme(text(), truth());
                case CODE -> new Value.Code(text(), optional());
                case NAME -> new Value.Name(text());
                case ORGANIZATION_NUMBER -> new Value.OrganizationNumber(text());
                case PROSE -> new Value.Prose(optional().orElseGet(() -> at.prose(lines)));
                case UNREADABLE -> new Value.Unreadable(text());
            };
        }

        PublishedText published() {
            String[] lines = new String[number()];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = text();
            }
            return new PublishedText(List.of(lines), truth());
        }

        List<LineUse> uses(int lines) {
            List<LineUse> uses = new ArrayList<>(lines);
            while (uses.size() < lines) {
                int run = number();
                LineUse use = new LineUse(LineUse.Kind.valueOf(text()), text());
                for (int i = 0; i < run; i++) {
                    uses.add(use);
                }
            }
            return uses;
        }
    }
}
