// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/dossier_session.h"

#include <QWidget>

namespace jz::ui {

/// What edits one field of the form: the value's controls, nothing around them (label, prompt and findings are FieldFrame's).
/// It holds no value of its own: what is typed goes to the session at once, what it shows comes from there.
///
/// The way of a key press: control → apply(setValue(…)) → session → changed(places) → FieldFrame → refresh(). A refresh that finds
/// its control showing that value already must leave it alone, so that cursor and input method are not disturbed.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    /// Builds the controls and shows what the dossier holds. Session and field (of its call pack) outlive the editor.
    FieldEditor(DossierSession& session, const Field& field, QWidget* parent);

    const Field& field() const { return m_field; }

    /// The dossier has other values at these places, all of this field.
    virtual void refresh(const QList<Address>& places) = 0;
    /// Whether it can be edited changed, by the dossier's state or by a lock on the field.
    virtual void setReadOnly(bool readOnly) = 0;
    /// Takes the focus, at the row, file or cell that `place` names when it has that.
    virtual void focusAt(const Address& place);
    /// The findings of this field that are to be marked where they are (a row, a cell); those still to come are not among
    /// them. The text of findings is shown by FieldFrame.
    virtual void mark(const Findings& findings);
    /// Whether a finding is said in words within the editor, beside what it is about, so that nobody needs to say it again.
    virtual bool showsInPlace(const Finding& finding) const
    {
        Q_UNUSED(finding)
        return false;
    }
    /// How long the value is, to stand at its lower right edge: `字数 166/300 · 字符 171`. Empty for none.
    virtual QString measure() const { return {}; }
    /// How bad that length is: an error over the limit, a warning where another way of counting is over it.
    virtual std::optional<Severity> measureSeverity() const { return {}; }

Q_SIGNALS:
    void measureChanged();
    /// The user went into it.
    void entered();

protected:
    DossierSession& session() const { return m_session; }
    const Dossier& dossier() const { return m_session.dossier(); }
    /// Hands an edit of this field on. Typing in one place grows into one step of undo.
    void apply(const Changes& changes, DossierEditor::Manner manner = DossierEditor::Manner::Whole);
    /// Makes a control one of this editor's: accessible name, undo and redo (keys and context menu) go to the dossier instead of
    /// to the control, leaving it ends the typing step, entering it is told. `part` names it within the field ("姓名"); empty for
    /// the only one.
    void adopt(QWidget* control, const QString& part = {});
    /// The user leaves an adopted control for another one: the time to bring what was typed into shape. Still the same typing step.
    virtual void leaving(QWidget* control);
    /// The last stop of Tab before this editor, seen from one of its controls that stands where it belongs: what comes later to an
    /// editor would else be stopped at last of all. Null when there is none.
    QWidget* stopBefore(QWidget* control) const;
    /// Colours the edge of a control by the worst severity among the findings (sheet.qss), and has them read out with it.
    void markControl(QWidget* control, const Findings& findings);
    /// A choice that cannot be changed now but can be gone to and read: keys and clicks do nothing to it.
    void setFixed(QWidget* control, bool fixed);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool takeKey(const QKeyEvent& key);
    void describe(QWidget* control);

    DossierSession& m_session;
    const Field& m_field;
};

/// The editor for a field, by its type; null for fields that have nothing to be filled in on screen (signature, seal, date,
/// opinions, records).
FieldEditor* makeFieldEditor(DossierSession& session, const Field& field, QWidget* parent);

} // namespace jz::ui
