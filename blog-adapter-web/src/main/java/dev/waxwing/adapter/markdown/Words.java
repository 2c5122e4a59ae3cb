package dev.waxwing.adapter.markdown;

import dev.waxwing.domain.shared.LanguageTag;
import java.util.Map;

/** The few words that rendering adds to a text, in the text's own language; English where there is no translation. */
record Words(
        String note,
        String tip,
        String important,
        String warning,
        String caution,
        String contents,
        String footnotes,
        String footnote,
        String back,
        String table,
        String video,
        String done,
        String open) {
    private static final Words ENGLISH = new Words(
            "Note", "Tip", "Important", "Warning", "Caution", "Contents", "Footnotes", "Footnote %s", "Back to reference %s",
            "Table %s", "Video on %s", "Done", "To do");

    private static final Map<String, Words> OTHERS = Map.ofEntries(
            Map.entry("de", new Words(
                    "Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht", "Inhalt", "Fußnoten", "Fußnote %s",
                    "Zurück zur Stelle %s", "Tabelle %s", "Video auf %s", "Erledigt", "Offen")),
            Map.entry("fr", new Words(
                    "Remarque", "Astuce", "Important", "Avertissement", "Attention", "Sommaire", "Notes", "Note %s",
                    "Retour à l’appel de note %s", "Tableau %s", "Vidéo sur %s", "Fait", "À faire")),
            Map.entry("es", new Words(
                    "Nota", "Consejo", "Importante", "Advertencia", "Precaución", "Contenido", "Notas", "Nota %s",
                    "Volver a la llamada %s", "Tabla %s", "Vídeo en %s", "Hecho", "Pendiente")),
            Map.entry("it", new Words(
                    "Nota", "Suggerimento", "Importante", "Avviso", "Attenzione", "Indice", "Note", "Nota %s",
                    "Torna al richiamo %s", "Tabella %s", "Video su %s", "Fatto", "Da fare")),
            Map.entry("pt", new Words(
                    "Nota", "Dica", "Importante", "Aviso", "Cuidado", "Conteúdo", "Notas", "Nota %s",
                    "Voltar à chamada %s", "Tabela %s", "Vídeo no %s", "Feito", "Por fazer")),
            Map.entry("nl", new Words(
                    "Opmerking", "Tip", "Belangrijk", "Waarschuwing", "Let op", "Inhoud", "Voetnoten", "Voetnoot %s",
                    "Terug naar verwijzing %s", "Tabel %s", "Video op %s", "Gedaan", "Te doen")),
            Map.entry("pl", new Words(
                    "Uwaga", "Wskazówka", "Ważne", "Ostrzeżenie", "Ostrożnie", "Spis treści", "Przypisy", "Przypis %s",
                    "Wróć do odsyłacza %s", "Tabela %s", "Film w serwisie %s", "Zrobione", "Do zrobienia")),
            Map.entry("ru", new Words(
                    "Примечание", "Совет", "Важно", "Предупреждение", "Осторожно", "Содержание", "Примечания",
                    "Примечание %s", "Вернуться к сноске %s", "Таблица %s", "Видео на %s", "Сделано", "Не сделано")),
            Map.entry("he", new Words(
                    "הערה", "עצה", "חשוב", "אזהרה", "זהירות", "תוכן", "הערות שוליים", "הערת שוליים %s", "חזרה להפניה %s",
                    "טבלה %s", "סרטון ב־%s", "בוצע", "לביצוע")),
            Map.entry("fa", new Words(
                    "یادداشت", "نکته", "مهم", "هشدار", "احتیاط", "فهرست", "پانویس‌ها", "پانویس %s", "بازگشت به ارجاع %s",
                    "جدول %s", "ویدیو در %s", "انجام شد", "انجام نشده")),
            Map.entry("ja", new Words(
                    "注記", "ヒント", "重要", "警告", "注意", "目次", "脚注", "脚注 %s", "参照元に戻る %s", "表 %s", "動画：%s", "完了", "未完了")),
            Map.entry("zh", new Words(
                    "说明", "提示", "重要", "警告", "注意", "目录", "脚注", "脚注 %s", "返回引用处 %s", "表 %s", "视频：%s", "已完成", "未完成")));

    static Words in(LanguageTag language) {
        return OTHERS.getOrDefault(language.language(), ENGLISH);
    }
}
