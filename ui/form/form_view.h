// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_frame.h"

#include <QHash>
#include <QScrollArea>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

class SectionCard;

/// The form (申报书) as one scrolled page in the order and wording of the call's template, section by section; every field of the
/// pack that can be filled in has its frame. Nothing of it is written by hand for a call.
class FormView : public QScrollArea
{
    Q_OBJECT

public:
    FormView(DossierSession& session, QWidget* parent);

    DossierSession& session() const { return m_session; }
    /// Scrolls to a section and takes the focus to its first field.
    void goToSection(const QString& sectionId);
    /// Scrolls to a field and takes the focus there.
    void goTo(const Address& place);
    /// The field that has, or last had, the focus; null before any had.
    FieldFrame* current() const { return m_current; }
    /// Null for unknown fields.
    FieldFrame* frame(const QString& fieldId) const { return m_frames.value(fieldId); }
    /// All frames in the order of the form.
    const QList<FieldFrame*>& frames() const { return m_order; }

Q_SIGNALS:
    /// The user went into a field of this section.
    void entered(jz::ui::FieldFrame* frame);
    /// The section at the top of what is seen is another.
    void sectionSeen(const QString& sectionId);

private:
    QWidget* sectionCard(const Section& section, QWidget* parent);
    void addFields(const Section& section, SectionCard& card);
    void addGroupLabel(const Section& section, const QString& group, QVBoxLayout& place);
    FieldFrame* addFrame(const Field& field, QWidget* parent);
    void reveal(FieldFrame* frame);
    void tellSection();
    void followFocus(QWidget* from, QWidget* to);
    void tellVisits();

    DossierSession& m_session;
    QHash<QString, FieldFrame*> m_frames;
    QList<FieldFrame*> m_order;
    QList<std::pair<QString, QWidget*>> m_sections;
    QString m_seen;
    FieldFrame* m_current = nullptr;
    QStringList m_left; ///< fields that were left and not yet told of
    QTimer m_mouse;
};

} // namespace jz::ui
